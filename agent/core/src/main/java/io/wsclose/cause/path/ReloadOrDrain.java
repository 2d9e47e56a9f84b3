// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.MassClose;
import io.wsclose.cause.RefusedFrame;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.cause.socket.Silence;
import io.wsclose.cause.socket.SocketEnd;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import java.util.Optional;

/**
 * {@code proxy.reload_or_drain}. An intermediary that reloads, stops or is drained closes all its
 * connections in one instant. A client machine that goes down closes all of its own, users who
 * leave at the same time do not leave in one instant, and connections that were silent together
 * reach an idle limit together: each looks alike and is told apart here.
 */
public final class ReloadOrDrain implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    MassClose crowd = surroundings.ofHop();
    if (surroundings.jvmStopping()
        || !crowd.isSignificant()
        || IdleLimit.of(evidence, surroundings).filter(IdleLimit::isLikely).isPresent()) {
      return Optional.empty();
    }
    Optional<Fact> dismissal = Dismissal.of(evidence);
    if (dismissal.isPresent()) {
      // browsers send 1001 too: all of one user's tabs, or all that the service told to load anew
      return crowd.isAllAtOnce() && crowd.isOfSeveralClients()
          ? Optional.of(
              finding(evidence, crowd, dismissal.get(), FactText.of(dismissal.get()), ORDERLY))
          : Optional.empty();
    }
    if (crowd.isOfOneClient() && crowd.otherClientsRemain()) {
      return Optional.empty();
    }
    return SocketEnd.of(evidence)
        .filter(end -> end.isEof() || end.isReset())
        .map(
            end ->
                finding(
                    evidence,
                    crowd,
                    end.fact(),
                    end.line(),
                    end.isEof() ? Cause.PEER_EOF_WITHOUT_CLOSE : Cause.PEER_RESET));
  }

  private static final Cause ORDERLY = Cause.PEER_GOING_AWAY;

  private static Finding finding(
      Evidence evidence, MassClose crowd, Fact decided, String line, Cause otherwise) {
    Confidence confidence = confidence(evidence, crowd, otherwise);
    String ended =
        crowd.share()
            + " from "
            + address(evidence)
            + " ended within "
            + crowd.spread()
            + (otherwise == ORDERLY ? " with a Close frame" : " without a Close frame");
    Finding finding =
        Finding.of(
                Cause.PROXY_RELOAD_OR_DRAIN,
                confidence,
                decided,
                ended
                    + (crowd.isOfOneClient()
                        ? ", all of one client machine: it was stopped, or an intermediary before it was"
                            + " reloaded, restarted or drained, or crashed"
                        : confidence == Confidence.LIKELY
                            ? ": the intermediary there was reloaded, restarted or drained, or crashed"
                            : ", as when an intermediary there is reloaded, restarted or drained, or"
                                + " crashes"),
                "Compare with deployments, crashes and configuration reloads of the proxy or ingress at"
                    + " this time; a longer drain"
                    + DrainSetting.of(evidence.handshake())
                    + " and clients that wait a random time before they connect again soften it.")
            .because(
                crowd.share() + " from " + address(evidence) + " ended within " + crowd.spread(),
                crowd.isOfOneClient()
                    ? "all of them belong to one client address"
                    : "they belong to " + crowd.clients() + " client addresses",
                crowd.openedSince() > 0
                    ? Units.count(crowd.openedSince(), "new connection")
                        + " came from "
                        + address(evidence)
                        + " since"
                    : "",
                line,
                answer(evidence),
                mayBeTold(evidence, otherwise)
                    ? "this JVM sent a frame "
                        + Units.duration(evidence.idleSentNanos())
                        + " before: pages that it told to load anew leave with 1001, too"
                    : "",
                crowd.isSameIdle()
                    ? "nearly all of them had been silent for the same time: an idle limit ends such"
                        + " connections together, too"
                    : "",
                crowd.isSameAge()
                    ? "nearly all of them were of the same age: an age limit ends such connections"
                        + " together, too"
                    : "",
                "this JVM was not stopping")
            .or(otherwise);
    if (crowd.isSameIdle() || otherwise != ORDERLY && Silence.mayBeLimit(evidence)) {
      finding = finding.or(Cause.PROXY_IDLE_TIMEOUT);
    }
    return crowd.isSameAge() ? finding.or(Cause.PROXY_MAX_AGE) : finding;
  }

  /** A parser that refuses an unmasked Close frame answers it with a status of its own. */
  private static String answer(Evidence evidence) {
    return evidence
        .closeSent()
        .filter(sent -> RefusedFrame.isUnmaskedClose(evidence))
        .map(
            sent ->
                "this JVM's own Close frame with "
                    + FactText.code(sent)
                    + " only answers the unmasked Close frame: a consequence")
        .orElse("");
  }

  private static Confidence confidence(Evidence evidence, MassClose crowd, Cause otherwise) {
    return evidence.handshake().isThroughIntermediary()
            && crowd.isAllAtOnce()
            && crowd.isOfSeveralClients()
            && !crowd.isSameIdle()
            && !crowd.isSameAge()
            && !mayBeTold(evidence, otherwise)
        ? Confidence.LIKELY
        : Confidence.POSSIBLE;
  }

  /**
   * A page that the service told to load anew leaves with 1001, too; a reply tells no such thing.
   */
  private static boolean mayBeTold(Evidence evidence, Cause otherwise) {
    return otherwise == ORDERLY
        && evidence.idleSentNanos() < BrokenSilence.PROVOKED_NANOS
        && evidence.idleReceivedNanos() >= BrokenSilence.PROVOKED_NANOS;
  }

  private static String address(Evidence evidence) {
    String peer = evidence.handshake().peerAddress();
    return peer.isEmpty() ? "one address" : peer;
  }
}
