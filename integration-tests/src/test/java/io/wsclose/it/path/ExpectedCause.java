// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.testbed.otlp.ReceivedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What close events may say where the truth is known: the truth itself, or something {@code
 * possible} with the truth among the alternatives. Nothing else may be {@code likely} or {@code
 * certain}. Immutable.
 */
final class ExpectedCause {
  private final Set<String> truths;
  private final Set<String> confidences;
  private final int atLeast;
  private final List<String> inHint;
  private final List<String> nowhere;

  private ExpectedCause(
      Set<String> truths,
      Set<String> confidences,
      int atLeast,
      List<String> inHint,
      List<String> nowhere) {
    this.truths = truths;
    this.confidences = confidences;
    this.atLeast = atLeast;
    this.inHint = inHint;
    this.nowhere = nowhere;
  }

  /** Any of these is true: a killed client shows as EOF or as a reset. */
  static ExpectedCause honestly(String... truths) {
    return new ExpectedCause(
        Set.of(truths), Set.of("certain", "likely", "possible"), 0, List.of(), List.of());
  }

  /** A client's program ended, and nothing on the path is at fault. */
  static ExpectedCause clientGone() {
    return honestly("peer.eof_without_close", "peer.reset").atMostLikely();
  }

  /** At least so many events name the truth as the cause, and not as an alternative only. */
  ExpectedCause naming(int events) {
    return new ExpectedCause(truths, confidences, events, inHint, nowhere);
  }

  /** At least so many events name the truth, with one of these confidences. */
  ExpectedCause naming(int events, String... allowed) {
    return new ExpectedCause(truths, Set.of(allowed), events, inHint, nowhere);
  }

  /** Nobody can be certain of it. */
  ExpectedCause atMostLikely() {
    return new ExpectedCause(truths, Set.of("likely", "possible"), atLeast, inHint, nowhere);
  }

  /** One fact is all there is. */
  ExpectedCause possibleOnly() {
    return new ExpectedCause(truths, Set.of("possible"), atLeast, inHint, nowhere);
  }

  /** An event that names the truth has this in its hint. */
  ExpectedCause hint(String part) {
    return new ExpectedCause(truths, confidences, atLeast, with(inHint, part), nowhere);
  }

  /** No event has this in its summary or hint. */
  ExpectedCause never(String part) {
    return new ExpectedCause(truths, confidences, atLeast, inHint, with(nowhere, part));
  }

  private static List<String> with(List<String> list, String more) {
    List<String> copy = new ArrayList<>(list);
    copy.add(more);
    return List.copyOf(copy);
  }

  /** Whether the event names the truth. */
  boolean isRight(ReceivedSpan span) {
    return truths.contains(cause(span));
  }

  /** What is wrong with these events; empty if nothing is. */
  List<String> complaints(List<ReceivedSpan> spans) {
    List<String> complaints = new ArrayList<>();
    for (ReceivedSpan span : spans) {
      check(span, complaints);
    }
    long right =
        spans.stream()
            .filter(this::isRight)
            .filter(span -> confidences.contains(confidence(span)))
            .count();
    if (right < atLeast) {
      complaints.add(
          right
              + " of "
              + spans.size()
              + " name "
              + truths
              + " "
              + confidences
              + ", not "
              + atLeast);
    }
    return complaints;
  }

  private void check(ReceivedSpan span, List<String> complaints) {
    if (isRight(span)) {
      if (atLeast == 0 && !confidences.contains(confidence(span))) {
        complaints.add("only " + confidences + " is allowed: " + in(span));
      }
      inHint.stream()
          .filter(part -> !span.text("websocket.close.hint").contains(part))
          .forEach(part -> complaints.add("no '" + part + "' in the hint: " + in(span)));
    } else if (!confidence(span).equals("possible")) {
      complaints.add("MISLED, the truth is " + truths + ": " + in(span));
    } else if (span.texts("websocket.close.alternatives").stream().noneMatch(truths::contains)) {
      complaints.add("the truth " + truths + " is not among the alternatives: " + in(span));
    }
    nowhere.stream()
        .filter(
            part ->
                (span.text("websocket.close.summary") + span.text("websocket.close.hint"))
                    .contains(part))
        .forEach(part -> complaints.add("'" + part + "' said: " + in(span)));
  }

  /** The event's cause in short: {@code proxy.idle_timeout (possible) +peer.reset}. */
  static String in(ReceivedSpan span) {
    StringBuilder text = new StringBuilder(cause(span));
    text.append(" (").append(confidence(span)).append(")");
    span.texts("websocket.close.alternatives").forEach(other -> text.append(" +").append(other));
    return text.toString();
  }

  private static String cause(ReceivedSpan span) {
    return span.text("websocket.close.cause");
  }

  private static String confidence(ReceivedSpan span) {
    return span.text("websocket.close.confidence");
  }
}
