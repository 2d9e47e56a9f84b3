// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Cause;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.CallSite;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.Handshake;
import io.wsclose.record.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lines that belong to an event whatever its cause is. */
final class CommonEvidence {
  private static final long PROMPT_NANOS = 100_000_000L;

  private final List<String> lines = new ArrayList<>();
  private final Evidence evidence;
  private final Surroundings surroundings;

  private CommonEvidence(Evidence evidence, Surroundings surroundings) {
    this.evidence = evidence;
    this.surroundings = surroundings;
  }

  static List<String> lines(Evidence evidence, Surroundings surroundings, Finding decided) {
    CommonEvidence common = new CommonEvidence(evidence, surroundings);
    common.trigger(decided);
    common.lines.addAll(ClosingHandshake.lines(evidence, decided));
    common.neverLeft();
    common.negotiation();
    common.pings();
    common.failures(decided);
    common.stopping(decided);
    common.life(decided);
    common.request(decided);
    common.path();
    common.lines.addAll(SiblingLines.of(surroundings, decided));
    return common.lines;
  }

  /** What application code did right after a frame had come, it mostly did because of that. */
  private void trigger(Finding decided) {
    Optional<CallTrace> caller = decided.decidedBy().caller();
    Optional<CallSite> site = caller.flatMap(trace -> trace.site(evidence.library().packages()));
    String asker =
        site.filter(CallSite::isApplication).isPresent() ? "the application" : "a library";
    long closed = decided.decidedBy().nanos();
    evidence
        .traffic()
        .lastReceivedBefore(decided.decidedBy())
        .filter(
            frame -> site.isPresent() && frame.isData() && closed - frame.nanos() < PROMPT_NANOS)
        .ifPresent(
            frame ->
                lines.add(
                    asker
                        + " asked for it "
                        + Units.duration(closed - frame.nanos())
                        + " after "
                        + frame.opcode()
                        + " of "
                        + Units.bytes(frame.length())
                        + " had come in"));
  }

  private void neverLeft() {
    String line = FactText.neverLeft(evidence);
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  /** How much went either way: a flood that nobody reads, a connection that never spoke. */
  private void life(Finding decided) {
    if (!evidence.isOpened() || !decided.decidedBy().socketEvent().isPresent()) {
      return;
    }
    Traffic traffic = evidence.traffic();
    if (traffic.framesReceived() + traffic.framesSent() == 0) {
      lines.add("not a single frame went either way");
      return;
    }
    lines.add(
        "in its whole life "
            + Units.count(traffic.framesReceived(), "frame")
            + ", "
            + Units.bytes(traffic.bytesReceived())
            + ", received and "
            + Units.count(traffic.framesSent(), "frame")
            + ", "
            + Units.bytes(traffic.bytesSent())
            + ", sent");
  }

  private void negotiation() {
    Handshake handshake = evidence.handshake();
    if (!handshake.isOpened()) {
      return;
    }
    if (handshake.offeredSubprotocols() > 0 && handshake.subprotocol().isEmpty()) {
      lines.add(
          Units.count(handshake.offeredSubprotocols(), "subprotocol")
              + " offered, none selected, which browsers refuse");
    }
    if (handshake.subprotocolNotOffered()) {
      lines.add("the answer selects a subprotocol that was not offered");
    }
    if (handshake.extensionNotOffered()) {
      lines.add("the answer names an extension that was not offered");
    }
  }

  private void pings() {
    if (evidence.unansweredPings() > 0) {
      lines.add(
          Units.count(evidence.unansweredPings(), "ping")
              + " unanswered, the last sent "
              + Units.duration(evidence.firstSignNanos() - evidence.lastPingNanos())
              + " before the end");
    }
  }

  /** Application exceptions that did not decide: still worth knowing. */
  private void failures(Finding decided) {
    if (decided.cause() == Cause.LOCAL_APP_EXCEPTION || decided.cause() == Cause.UNKNOWN) {
      return;
    }
    for (Fact fact : evidence.facts()) {
      if (fact.is(FactKind.APPLICATION_FAILED) && fact.failure().isPresent()) {
        long before = evidence.firstSignNanos() - fact.nanos();
        lines.add(
            "application code threw "
                + FactText.thrown(fact.failure().get(), evidence)
                + (before >= 0
                    ? ", " + Units.duration(before) + " before the end"
                    : ", after the end began"));
        return;
      }
    }
  }

  private void stopping(Finding decided) {
    if (decided.cause() == Cause.LOCAL_SHUTDOWN) {
      return;
    }
    if (evidence.has(FactKind.STOPPING)) {
      lines.add(FactText.of(evidence.first(FactKind.STOPPING).get()));
    } else if (surroundings.jvmStopping()) {
      lines.add("a stop was under way: JVM");
    }
  }

  /** What a refused request was: a proxy that speaks HTTP/1.0 or 2 to here refuses to upgrade. */
  private void request(Finding decided) {
    Handshake handshake = evidence.handshake();
    if (handshake.isOpened()
        || handshake.role() == Role.CLIENT
        || !evidence.has(FactKind.REFUSED)) {
      return;
    }
    String version = FactText.httpVersion(handshake);
    if (!handshake.httpVersion().isEmpty()
        && decided.evidence().stream().noneMatch(line -> line.startsWith(version))) {
      lines.add(version);
    }
    if (!handshake.isThroughIntermediary()) {
      lines.add(FactText.noIntermediary(evidence));
    }
  }

  private void path() {
    Handshake handshake = evidence.handshake();
    if (handshake.role() == Role.CLIENT) {
      return;
    }
    String betraying = String.join(", ", handshake.forwardingHeaders());
    if (!handshake.hops().isEmpty()) {
      lines.add(
          "by its headers the request came through "
              + handshake.hops().stream()
                  .map(hop -> name(hop) + " (" + String.join(", ", handshake.headersOf(hop)) + ")")
                  .collect(Collectors.joining(", ")));
    } else if (!betraying.isEmpty()) {
      lines.add(
          "by its headers ("
              + betraying
              + ") the request came through an intermediary, which they do not name");
    }
  }

  private static String name(Intermediary hop) {
    return (hop.isOnlySuggested() ? "probably " : "") + hop.plainName();
  }
}
