// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static io.wsclose.event.EventAttributes.EXCEPTION_EVENT;
import static io.wsclose.event.EventAttributes.EXCEPTION_MESSAGE;
import static io.wsclose.event.EventAttributes.EXCEPTION_STACKTRACE;
import static io.wsclose.event.EventAttributes.EXCEPTION_TYPE;

import io.wsclose.cause.Finding;
import io.wsclose.configuration.ExceptionMessages;
import io.wsclose.event.CloseEvent.TimedEvent;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.MessageText;
import io.wsclose.record.ThrowableSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Throwables in evidence as {@code exception} events of OpenTelemetry's semantic conventions. */
final class ExceptionEvents {
  private static final int MAX_TRACE = 8192;
  private static final int MAX_MESSAGE = 123;

  private final ExceptionMessages messages;
  private final List<String> stackPackages;
  private final long epochOffset;

  ExceptionEvents(ExceptionMessages messages, List<String> stackPackages, long epochOffset) {
    this.messages = messages;
    this.stackPackages = stackPackages;
    this.epochOffset = epochOffset;
  }

  /** The one that decided comes first, the others follow in time order. */
  List<TimedEvent> of(Evidence evidence, Fact decidedBy) {
    List<TimedEvent> events = new ArrayList<>();
    for (Fact fact : evidence.facts()) {
      if (fact.failure().isPresent()) {
        TimedEvent event = event(fact, fact.failure().get(), evidence.firstSignNanos());
        events.add(fact.equals(decidedBy) ? 0 : events.size(), event);
      }
    }
    return events;
  }

  private TimedEvent event(Fact fact, ThrowableSnapshot thrown, long firstSignNanos) {
    AttributeMap attributes =
        new AttributeMap()
            .text(EXCEPTION_TYPE, thrown.type())
            .text(EXCEPTION_MESSAGE, isShown(thrown) ? thrown.message() : "")
            .longText(EXCEPTION_STACKTRACE, trace(thrown), MAX_TRACE);
    // not before the span: Jaeger's page hides such events behind a click
    long nanos = Math.max(fact.nanos(), firstSignNanos);
    return new TimedEvent(EXCEPTION_EVENT, nanos + epochOffset, attributes.build());
  }

  /** With what the exception behind the end says: as evidence, and where the summary names it. */
  Finding told(Evidence evidence, Finding finding) {
    Fact decidedBy = finding.decidedBy();
    return evidence.facts().stream()
        .filter(fact -> fact.failure().isPresent() && !decidedBy.isBefore(fact))
        .reduce((earlier, later) -> later)
        .flatMap(Fact::failure)
        .filter(thrown -> isShown(thrown) && !thrown.message().isEmpty())
        .map(thrown -> saying(finding, thrown))
        .orElse(finding);
  }

  private static Finding saying(Finding finding, ThrowableSnapshot thrown) {
    boolean known = finding.evidence().stream().anyMatch(has -> has.contains(thrown.message()));
    Finding told =
        known ? finding : finding.explainedBy(thrown.simpleType() + " says: " + thrown.message());
    String says = " (\"" + MessageText.bounded(thrown.message(), MAX_MESSAGE) + "\")";
    return told.sayingBehind(thrown.simpleType(), says);
  }

  private boolean isShown(ThrowableSnapshot thrown) {
    return messages.shows(thrown.type(), stackPackages);
  }

  private String trace(ThrowableSnapshot thrown) {
    TraceText text = new TraceText().line(headline(thrown)).frames(thrown.frames());
    List<StackTraceElement> enclosing = thrown.frames();
    for (ThrowableSnapshot cause : thrown.causes()) {
      text.line("Caused by: " + headline(cause));
      text.frames(cause.frames(), cause.frames().size() - inCommon(cause.frames(), enclosing));
      enclosing = cause.frames();
    }
    return text.toString();
  }

  private String headline(ThrowableSnapshot thrown) {
    return isShown(thrown) ? thrown.toString() : thrown.type();
  }

  private static int inCommon(List<StackTraceElement> frames, List<StackTraceElement> enclosing) {
    int common = 0;
    while (common < Math.min(frames.size(), enclosing.size())
        && frames
            .get(frames.size() - 1 - common)
            .equals(enclosing.get(enclosing.size() - 1 - common))) {
      common++;
    }
    return common;
  }
}
