package io.wsclose.cause;

import io.wsclose.record.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What one rule found, and the fact it rests on: of two findings the one decided earlier wins. */
public final class Finding {
  private final Cause cause;
  private final Confidence confidence;
  private final Fact decidedBy;
  private final String summary;
  private final String hint;
  private final List<String> evidence = new ArrayList<>();
  private final List<Cause> alternatives = new ArrayList<>();

  private Finding(Cause cause, Confidence confidence, Fact decidedBy, String summary, String hint) {
    this.cause = cause;
    this.confidence = confidence;
    this.decidedBy = decidedBy;
    this.summary = summary;
    this.hint = hint;
  }

  static Finding of(
      Cause cause, Confidence confidence, Fact decidedBy, String summary, String hint) {
    return new Finding(cause, confidence, decidedBy, summary, hint);
  }

  Finding because(String... lines) {
    Finding copy = copy();
    copy.evidence.addAll(Arrays.asList(lines));
    return copy;
  }

  /** Runners-up that the evidence also allows, best first. */
  Finding or(Cause... others) {
    Finding copy = copy();
    copy.alternatives.addAll(Arrays.asList(others));
    return copy;
  }

  private Finding copy() {
    Finding copy = new Finding(cause, confidence, decidedBy, summary, hint);
    copy.evidence.addAll(evidence);
    copy.alternatives.addAll(alternatives);
    return copy;
  }

  public Cause cause() {
    return cause;
  }

  public Confidence confidence() {
    return confidence;
  }

  Fact decidedBy() {
    return decidedBy;
  }

  /** The fact that it rests on, where there is one. */
  public Optional<Fact> decidingFact() {
    return Optional.ofNullable(decidedBy);
  }

  /** One sentence: what ended it, with the figures that say so. */
  public String summary() {
    return summary;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }

  /** Facts that decided it, each readable on its own. */
  public List<String> evidence() {
    return Collections.unmodifiableList(evidence);
  }

  public List<Cause> alternatives() {
    return Collections.unmodifiableList(alternatives);
  }
}
