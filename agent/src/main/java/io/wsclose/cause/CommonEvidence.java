package io.wsclose.cause;

import io.wsclose.bootstrap.Role;
import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.Handshake;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines that belong to an event whatever its cause is. */
final class CommonEvidence {
  private final List<String> lines = new ArrayList<>();
  private final Evidence evidence;
  private final Surroundings surroundings;

  private CommonEvidence(Evidence evidence, Surroundings surroundings) {
    this.evidence = evidence;
    this.surroundings = surroundings;
  }

  static List<String> lines(Evidence evidence, Surroundings surroundings, Finding decided) {
    CommonEvidence common = new CommonEvidence(evidence, surroundings);
    common.closingHandshake(decided);
    common.negotiation();
    common.pings();
    common.failures(decided);
    common.stopping(decided);
    common.path();
    common.siblings();
    return common.lines;
  }

  /** RFC 6455 section 7.1.4: clean means that both sides sent a Close frame. */
  private void closingHandshake(Finding decided) {
    if (evidence.has(FactKind.CLOSE_NOT_SENT) && !evidence.closeSent().isPresent()) {
      lines.add(Wording.of(evidence.first(FactKind.CLOSE_NOT_SENT).get()));
    }
    if (!evidence.closeSent().isPresent() || evidence.closeReceived().isPresent()) {
      return;
    }
    Fact sent = evidence.closeSent().get();
    if (!decided.decidedBy().isBefore(sent) || isLocal(decided.cause())) {
      lines.add("our Close frame (" + Wording.status(sent) + ") was not answered");
    }
  }

  private static boolean isLocal(Cause cause) {
    return cause.id().startsWith("local.") || cause.id().startsWith("protocol.");
  }

  private void negotiation() {
    Handshake handshake = evidence.handshake();
    if (!handshake.isOpened()) {
      return;
    }
    if (handshake.offeredSubprotocols() > 0 && handshake.subprotocol().isEmpty()) {
      lines.add(
          Figures.count(handshake.offeredSubprotocols(), "subprotocol")
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
          Figures.count(evidence.unansweredPings(), "ping")
              + " unanswered, the last sent "
              + Figures.duration(evidence.firstSignNanos() - evidence.lastPingNanos())
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
                + Wording.thrown(fact.failure().get(), evidence)
                + (before >= 0
                    ? ", " + Figures.duration(before) + " before the end"
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
      lines.add(Wording.of(evidence.first(FactKind.STOPPING).get()));
    } else if (surroundings.jvmStopping()) {
      lines.add("a stop was under way: JVM");
    }
  }

  private void path() {
    Handshake handshake = evidence.handshake();
    if (handshake.role() == Role.CLIENT) {
      return;
    }
    if (!handshake.hops().isEmpty()) {
      lines.add(
          "by its headers the request came through "
              + handshake.hops().stream()
                  .map(Intermediary::name)
                  .collect(Collectors.joining(", ")));
    } else if (handshake.hasHeader("x-forwarded-for")
        || handshake.hasHeader("forwarded")
        || handshake.hasHeader("via")) {
      lines.add("by its headers the request came through an intermediary that they do not name");
    }
  }

  private static String fromSameAddress(int all, int same) {
    if (all == same) {
      return ", from the same address as this one";
    }
    return same == 0 ? ", from other addresses" : ", " + same + " of them from the same address";
  }

  private void siblings() {
    if (surroundings.closedTogether() > 0) {
      lines.add(
          Figures.count(surroundings.closedTogether(), "other connection")
              + " ended abnormally within 2 s"
              + fromSameAddress(surroundings.closedTogether(), surroundings.closedTogetherOfHop()));
    }
    if (surroundings.sameIdle() > 0) {
      lines.add(Figures.count(surroundings.sameIdle(), "recent end") + " after the same idle time");
    }
    if (surroundings.sameAge() > 0) {
      lines.add(Figures.count(surroundings.sameAge(), "recent end") + " at the same age");
    }
  }
}
