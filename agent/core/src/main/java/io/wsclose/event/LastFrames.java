// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static io.wsclose.event.EventAttributes.FRAME_COMPRESSED;
import static io.wsclose.event.EventAttributes.FRAME_DIRECTION;
import static io.wsclose.event.EventAttributes.FRAME_EVENT;
import static io.wsclose.event.EventAttributes.FRAME_FIN;
import static io.wsclose.event.EventAttributes.FRAME_LENGTH;
import static io.wsclose.event.EventAttributes.FRAME_OPCODE;
import static io.wsclose.event.EventAttributes.FRAME_PAYLOAD;
import static io.wsclose.event.EventAttributes.FRAME_UNPARSABLE;

import io.wsclose.cause.RefusedFrame;
import io.wsclose.event.CloseEvent.TimedEvent;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.FrameSnapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last frames of both directions, as lines for people and as events for programs. */
final class LastFrames {
  private static final long SAME_MOMENT_NANOS = 50_000_000L;
  private static final String IS = "is ";

  /** Its bytes were refused by their header, and look like nothing known. */
  private static final String UNNAMED = "a frame";

  private final Evidence evidence;
  private final int count;
  private final List<FrameRun> frames;
  private final long firstSignNanos;

  /** Null where none of them was. */
  private final FrameSnapshot refused;

  LastFrames(Evidence evidence, int count) {
    this.evidence = evidence;
    this.count = count;
    this.frames = FrameRun.of(evidence.traffic().lastFrames(count));
    this.firstSignNanos = evidence.firstSignNanos();
    this.refused = RefusedFrame.in(evidence).orElse(null);
  }

  /** Oldest first, times relative to the first sign of the end. */
  List<String> lines() {
    Iterator<Fact> closesReceived = closes(all(FactKind.CLOSE_RECEIVED), true);
    Iterator<Fact> closesSent = closes(evidence.closesSent(), false);
    Iterator<Fact> unparsable = unparsable().iterator();
    List<String> lines = new ArrayList<>();
    for (FrameRun run : frames) {
      FrameSnapshot frame = run.frame();
      Iterator<Fact> closes = frame.received() ? closesReceived : closesSent;
      String what =
          frame.isClose() && closes.hasNext() ? close(closes.next()) : frame.length() + " B";
      if (frame.isClose() && !frame.received()) {
        // it answers what was refused
        unparsable.forEachRemaining(fact -> lines.add(refusal(fact)));
      }
      lines.add(
          time(nanos(frame))
              + " "
              + frame.direction()
              + " "
              + frame.opcode()
              + " "
              + what
              + marks(run));
    }
    unparsable.forEachRemaining(fact -> lines.add(refusal(fact)));
    return lines;
  }

  private String marks(FrameRun run) {
    FrameSnapshot frame = run.frame();
    String until = time(run.last().nanos());
    return (frame.fin() ? "" : " fin=false")
        + (frame.hasLeft() ? "" : " never left")
        + (frame == refused ? " (refused)" : "")
        + (run.count() == 1
            ? ""
            : " (the last "
                + run.count()
                + " are alike"
                + (until.equals(time(frame.nanos())) ? "" : ", until " + until)
                + ")");
  }

  private String refusal(Fact fact) {
    if (fact.text().isEmpty()) {
      return time(fact.nanos()) + " received " + UNNAMED + " (refused)";
    }
    return time(fact.nanos())
        + " "
        + (fact.text().startsWith(IS)
            ? "received " + fact.text().substring(IS.length()) + " (refused)"
            : "received no frame: " + fact.text());
  }

  private String close(Fact close) {
    return code(close) + (isEcho(close) ? " (echo)" : "");
  }

  /** Whether it answers a Close frame of the other side. */
  private boolean isEcho(Fact close) {
    Optional<Fact> other =
        close.is(FactKind.CLOSE_RECEIVED) ? evidence.closeSent() : evidence.closeReceived();
    return other.filter(first -> first.isBefore(close)).isPresent();
  }

  /** RFC 6455 section 7.4.1: 1005 stands for no code, and is never on the wire. */
  private static String code(Fact close) {
    return close.code() == 1005 ? "without a code" : Integer.toString(close.code());
  }

  /**
   * Facts of the Close frames that are among the frames kept: the last ones, where some are not.
   */
  private Iterator<Fact> closes(List<Fact> facts, boolean received) {
    long kept =
        frames.stream()
            .map(FrameRun::frame)
            .filter(frame -> frame.isClose() && frame.received() == received)
            .count();
    return facts.subList((int) Math.max(0, facts.size() - kept), facts.size()).iterator();
  }

  private List<Fact> unparsable() {
    boolean unnamed = refused == null && count > 0;
    return all(FactKind.UNPARSABLE).stream()
        .filter(fact -> unnamed || !fact.text().isEmpty())
        .collect(Collectors.toList());
  }

  private List<Fact> all(FactKind kind) {
    return evidence.facts().stream().filter(fact -> fact.is(kind)).collect(Collectors.toList());
  }

  /**
   * The Close frame that began the end is recorded a moment before the fact that it is one. As an
   * event before its span it would be hidden behind a click in Jaeger.
   */
  private long nanos(FrameSnapshot frame) {
    long before = firstSignNanos - frame.nanos();
    return frame.isClose() && before > 0 && before < SAME_MOMENT_NANOS
        ? firstSignNanos
        : frame.nanos();
  }

  /** In seconds with milliseconds; by hand, because it is done for every frame of every event. */
  private String time(long nanos) {
    long millis = Math.round((nanos - firstSignNanos) / 1e6);
    if (millis == 0) {
      return "0 s";
    }
    String fraction = Long.toString(1_000 + Math.abs(millis) % 1_000).substring(1);
    return (millis < 0 ? "-" : "") + Math.abs(millis) / 1_000 + "." + fraction + " s";
  }

  /**
   * @param epochOffset what to add to nanoTime to get nanoseconds since the epoch
   */
  List<TimedEvent> events(long epochOffset) {
    List<TimedEvent> events = new ArrayList<>();
    for (FrameRun run : frames) {
      FrameSnapshot frame = run.frame();
      AttributeMap attributes =
          new AttributeMap()
              .text(FRAME_DIRECTION, frame.direction())
              .text(FRAME_OPCODE, frame.opcode())
              .flag(FRAME_FIN, frame.fin())
              .number(FRAME_LENGTH, frame.length())
              .flag(FRAME_COMPRESSED, frame.compressed())
              .text(FRAME_PAYLOAD, frame.payload());
      events.add(new TimedEvent(FRAME_EVENT, nanos(frame) + epochOffset, attributes.build()));
    }
    for (Fact fact : unparsable()) {
      AttributeMap attributes =
          new AttributeMap()
              .text(FRAME_DIRECTION, "received")
              .text(FRAME_UNPARSABLE, fact.text().isEmpty() ? UNNAMED : fact.text());
      events.add(new TimedEvent(FRAME_EVENT, fact.nanos() + epochOffset, attributes.build()));
    }
    return events;
  }
}
