// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static io.wsclose.event.ConnectionAttributes.millis;
import static io.wsclose.event.EventAttributes.*;

import io.wsclose.cause.Finding;
import io.wsclose.cause.Surroundings;
import io.wsclose.configuration.ExceptionMessages;
import io.wsclose.event.CloseEvent.TimedEvent;
import io.wsclose.record.Evidence;
import io.wsclose.record.Traffic;
import java.util.List;

/** Makes the event of what is known and what was found. */
public final class CloseEventFactory {
  private final int frames;
  private final ExceptionMessages messages;

  /**
   * @param frames how many of the last frames to show
   */
  public CloseEventFactory(int frames, ExceptionMessages messages) {
    this.frames = frames;
    this.messages = messages;
  }

  /**
   * @param epochOffset what to add to {@link System#nanoTime()} to get nanoseconds since the epoch:
   *     one for the whole event, so that its times keep their distances
   */
  public CloseEvent create(
      Evidence evidence, Finding found, Surroundings surroundings, long epochOffset) {
    ExceptionEvents exceptions =
        new ExceptionEvents(messages, evidence.library().packages(), epochOffset);
    Finding finding = exceptions.told(evidence, found);
    AttributeMap attributes = new AttributeMap();
    CloseAttributes close = new CloseAttributes(evidence, finding);
    ConnectionAttributes connection = new ConnectionAttributes(evidence);
    LastFrames lastFrames = new LastFrames(evidence, frames);
    close.verdict(attributes);
    close.codes(attributes);
    close.caller(attributes);
    close.socket(attributes);
    connection.identity(attributes, epochOffset);
    if (evidence.isOpened()) {
      traffic(attributes, evidence);
    }
    attributes.list(FRAMES_LAST, lastFrames.lines());
    if (evidence.isOpened() && close.isError() && finding.mayShareItsCause()) {
      siblings(attributes, surroundings);
    }
    connection.request(attributes);
    connection.network(attributes);

    List<TimedEvent> events = exceptions.of(evidence, finding.decidedBy());
    events.addAll(lastFrames.events(epochOffset));
    long start = evidence.firstSignNanos();
    return new CloseEvent(
        finding,
        close.isError(),
        start + epochOffset,
        Math.max(start, evidence.endedNanos()) + epochOffset,
        attributes.build(),
        events,
        evidence.handshake().trace(),
        evidence.library());
  }

  /** Whether the end is abnormal: by its cause, and for some causes by the status code. */
  public static boolean isAbnormal(Evidence evidence, Finding finding) {
    return new CloseAttributes(evidence, finding).isError();
  }

  /** None says nothing. */
  private static void siblings(AttributeMap attributes, Surroundings surroundings) {
    if (surroundings.closedTogether() > 0) {
      attributes.number(SIBLINGS_CLOSED, surroundings.closedTogether());
    }
    if (surroundings.sameIdle().others() > 0) {
      attributes.number(SIBLINGS_SAME_IDLE, surroundings.sameIdle().others());
    }
  }

  private static void traffic(AttributeMap attributes, Evidence evidence) {
    Traffic traffic = evidence.traffic();
    attributes
        .number(IDLE_RECEIVED_MS, millis(evidence.idleReceivedNanos()))
        .number(IDLE_SENT_MS, millis(evidence.idleSentNanos()))
        .number(FRAMES_RECEIVED, traffic.framesReceived())
        .number(FRAMES_SENT, traffic.framesSent())
        .number(BYTES_RECEIVED, traffic.bytesReceived())
        .number(BYTES_SENT, traffic.bytesSent());
    if (evidence.lastPingNanos() != 0) {
      attributes.number(PINGS_UNANSWERED, evidence.unansweredPings());
    }
    if (evidence.roundTripNanos() >= 0) {
      attributes.decimal(PING_RTT_MS, evidence.roundTripNanos() / 1e6);
    }
  }
}
