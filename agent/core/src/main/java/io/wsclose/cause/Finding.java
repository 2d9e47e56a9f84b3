// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.record.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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

  /**
   * @param decidedBy the fact that suffices for this cause
   * @param summary one sentence, without its full stop
   */
  public static Finding of(
      Cause cause, Confidence confidence, Fact decidedBy, String summary, String hint) {
    return new Finding(cause, confidence, decidedBy, summary, hint);
  }

  /** With facts that speak for it; empty lines and repetitions are left out. */
  public Finding because(String... lines) {
    return because(Arrays.asList(lines));
  }

  /** With facts that speak for it; empty lines and repetitions are left out. */
  public Finding because(List<String> lines) {
    Finding copy = copy();
    for (String line : lines) {
      if (!line.isEmpty() && !copy.evidence.contains(line)) {
        copy.evidence.add(line);
      }
    }
    return copy;
  }

  /** With one more fact, right behind the one that decided. */
  public Finding explainedBy(String line) {
    Finding copy = copy();
    copy.evidence.add(Math.min(1, copy.evidence.size()), line);
    return copy;
  }

  /** Runners-up that the evidence also allows, best first; a certain finding has none. */
  public Finding or(Cause... others) {
    Finding copy = copy();
    for (Cause other : others) {
      if (confidence != Confidence.CERTAIN && other != cause && !alternatives.contains(other)) {
        copy.alternatives.add(other);
      }
    }
    return copy;
  }

  /** With a runner-up that comes before the others. */
  public Finding orFirst(Cause first) {
    Finding copy = copy();
    if (confidence != Confidence.CERTAIN && first != cause) {
      copy.alternatives.remove(first);
      copy.alternatives.add(0, first);
    }
    return copy;
  }

  /** With the next lower confidence. */
  public Finding lessSure() {
    return copy(confidence == Confidence.CERTAIN ? Confidence.LIKELY : Confidence.POSSIBLE);
  }

  /**
   * Whether what other connections did at the same time has a bearing on it. A frame that the
   * parser refused, or a call to close, is explained without them.
   */
  public boolean mayShareItsCause() {
    return decidedBy.socketEvent().isPresent()
        || cause == Cause.LOCAL_HEARTBEAT_TIMEOUT
        || confidence != Confidence.CERTAIN;
  }

  /** With more words behind some that the summary has; the same finding where it does not. */
  public Finding sayingBehind(String words, String more) {
    int at = summary.indexOf(words);
    if (at < 0) {
      return this;
    }
    int end = at + words.length();
    String told = summary.substring(0, end) + more + summary.substring(end);
    Finding copy = new Finding(cause, confidence, decidedBy, told, hint);
    copy.evidence.addAll(evidence);
    copy.alternatives.addAll(alternatives);
    return copy;
  }

  private Finding copy() {
    return copy(confidence);
  }

  private Finding copy(Confidence newConfidence) {
    Finding copy = new Finding(cause, newConfidence, decidedBy, summary, hint);
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

  /** The fact that it rests on; the end itself where it rests on no single one. */
  public Fact decidedBy() {
    return decidedBy;
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
