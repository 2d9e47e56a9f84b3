// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Pauses;
import io.wsclose.cause.Units;
import io.wsclose.record.Delay;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.Pause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What a pause of this JVM takes away from a finding: times that were measured across it are not
 * those of the other side, which may have given up on a JVM that did not answer.
 */
final class PauseDoubt {
  /** Causes that rest on times, or on how the peer's side left. */
  private static final EnumSet<Cause> TIMED =
      EnumSet.of(
          Cause.HANDSHAKE_CLIENT_GONE,
          Cause.HANDSHAKE_TIMEOUT,
          Cause.LOCAL_IDLE_TIMEOUT,
          Cause.LOCAL_HEARTBEAT_TIMEOUT,
          Cause.PEER_EOF_WITHOUT_CLOSE,
          Cause.PEER_RESET,
          Cause.PROXY_IDLE_TIMEOUT,
          Cause.PROXY_MAX_AGE,
          Cause.PROXY_RELOAD_OR_DRAIN,
          Cause.NETWORK_IDLE_FLOW_DROPPED,
          Cause.NETWORK_CUT);

  private static final long ENOUGH_FOR_A_LIMIT_NANOS = 1_000_000_000L;

  private PauseDoubt() {}

  static Finding cast(Finding decided, Evidence evidence, Pauses pauses) {
    Optional<Pause> pause = pauses.behind(evidence);
    if (pause.isPresent()) {
      return doubted(decided, evidence, pause.get(), line(pause.get(), evidence));
    }
    Optional<Delay> delay = evidence.firstSign().flatMap(Fact::delay);
    return delay.isPresent()
        ? doubted(decided, evidence, delay.get().time(), line(delay.get(), evidence))
        : decided;
  }

  private static Finding doubted(Finding decided, Evidence evidence, Pause pause, String line) {
    Finding noted = decided.explainedBy(line);
    if (!TIMED.contains(decided.cause())) {
      return noted;
    }
    Finding doubted =
        noted.lessSure().because(otherSidesSilence(pause, evidence)).orFirst(Cause.LOCAL_JVM_STALL);
    boolean fromOutside = decided.decidedBy().socketEvent().isPresent();
    return fromOutside && evidence.silenceNanos() >= ENOUGH_FOR_A_LIMIT_NANOS
        ? doubted.or(Cause.PROXY_IDLE_TIMEOUT)
        : doubted;
  }

  private static String line(Delay delay, Evidence evidence) {
    return "this JVM noticed that late: its thread "
        + delay.thread()
        + " was busy for "
        + Units.duration(delay.time().nanos())
        + ", from "
        + clock(delay.time())
        + delay
            .trace()
            .flatMap(trace -> trace.applicationFrame(evidence.library().packages()))
            .map(frame -> ", and was seen in " + place(frame))
            .orElse("");
  }

  /** Without the name of its class loader, which Java 9 to 18 put before it. */
  private static String place(StackTraceElement frame) {
    String text = frame.toString();
    return text.substring(Math.max(0, text.indexOf(frame.getClassName())));
  }

  /** When, for how long, and on what: what an operator compares with other logs. */
  static String line(Pause pause, Evidence evidence) {
    long before = evidence.firstSignNanos() - pause.to();
    return "this JVM did not run for "
        + Units.duration(pause.nanos())
        + " from "
        + clock(pause)
        + (before > 0 ? ", until " + Units.duration(before) + " before the end" : "")
        + (pause.reason().isEmpty() ? "" : " (" + pause.reason() + ")");
  }

  private static String clock(Pause pause) {
    return DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'")
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochMilli(pause.fromEpochMillis()));
  }

  private static String otherSidesSilence(Pause pause, Evidence evidence) {
    long sign = evidence.firstSignNanos();
    long silence = evidence.silenceNanos();
    long paused = pause.overlap(sign - silence, sign);
    return paused <= 0
        ? ""
        : Units.duration(paused)
            + " of the silence of "
            + Units.duration(silence)
            + " fall into that time: the other side may have waited for anything between "
            + Units.duration(silence - paused)
            + " and "
            + Units.duration(silence);
  }
}
