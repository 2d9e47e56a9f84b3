// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.cause.socket.Silence;
import io.wsclose.record.Evidence;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code proxy.idle_timeout}. An intermediary that saw no byte for its idle limit closes both its
 * sockets and sends no Close frame: FIN here, or RST if bytes were unread. The limit is matched
 * from 1 s before, as a busy machine sees a frame late, to 1 s (or what that hop is known to take)
 * after it; several hops share 60 s, so all that fit are named.
 */
public final class ProxyIdleTimeout implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return IdleLimit.of(evidence, surroundings)
        .filter(limit -> limit.isLikely() || !isOfAge(evidence, surroundings))
        .map(limit -> finding(evidence, surroundings, limit));
  }

  private static boolean isOfAge(Evidence evidence, Surroundings around) {
    return AgeLimit.of(evidence, around).filter(AgeLimit::isLikely).isPresent();
  }

  private static Finding finding(Evidence evidence, Surroundings around, IdleLimit limit) {
    boolean eof = limit.end().isEof();
    boolean known = !limit.proxies().isEmpty();
    Finding finding =
        Finding.of(
                Cause.PROXY_IDLE_TIMEOUT,
                limit.confidence(),
                limit.end().fact(),
                String.format(
                    Locale.ROOT,
                    "No frame for %.1f s%s, then %s without a Close frame: %s",
                    limit.seconds(),
                    evidence.hadReceived() || evidence.hadSent() ? "" : ", since the opening",
                    eof ? "EOF" : "a reset",
                    known ? known(limit) : observed(evidence, around, limit)),
                hint(evidence, around, limit))
            .because(
                FactText.noInboundFrame(evidence),
                FactText.noOutboundFrame(evidence),
                limit.end().line(),
                known
                    ? Units.limit(limit.limitSeconds())
                        + " is the default or usual idle limit of "
                        + limit.proxies().names()
                    : Silence.line(evidence),
                contradiction(around, limit))
            .or(eof ? Cause.PEER_EOF_WITHOUT_CLOSE : Cause.PEER_RESET);
    return around.ofHop().isSignificant() ? finding.or(Cause.PROXY_RELOAD_OR_DRAIN) : finding;
  }

  private static String hint(Evidence evidence, Surroundings around, IdleLimit limit) {
    CandidateProxies adjustable =
        limit.proxies().isEmpty()
            ? CandidateProxies.shownBy(evidence.handshake())
            : limit.proxies();
    boolean oneClient =
        limit.isObserved() && !limit.isLikely() && around.sameIdle().isOfOneClient();
    return (oneClient
            ? "All these connections came from one client: first look there for an uptime check, a load"
                + " test or a read timeout. If it is a limit on the path, send a ping at least every "
            : "Send a ping at least every ")
        + Units.limit(Math.max(1, Math.floor(limit.limitSeconds() / 2)))
        + ", from either side"
        + (adjustable.settings().isEmpty()
            ? "."
            : ", or raise the limit: " + adjustable.settings() + ".")
        + (adjustable.logs().isEmpty()
            ? ""
            : " To confirm, look in the proxy's log at this time for " + adjustable.logs() + ".");
  }

  private static String observed(Evidence evidence, Surroundings around, IdleLimit limit) {
    SameTime same = around.sameIdle();
    String others =
        Units.count(same.others(), "other connection") + " ended after the same silence, ";
    if (limit.confidence() != Confidence.LIKELY) {
      return others + "so there is a limit on the path or in the client's program";
    }
    CandidateProxies shown = CandidateProxies.shownBy(evidence.handshake());
    return others
        + "so something on the path has such a limit"
        + (shown.isEmpty() ? "" : ", perhaps " + shown.recognised() + shown.howRecognised());
  }

  private static String known(IdleLimit limit) {
    CandidateProxies proxies = limit.proxies();
    String time = Units.limit(limit.limitSeconds());
    return time
        + (proxies.isRecognised()
            ? " is the default idle limit of " + proxies.recognised() + proxies.howRecognised()
            : " is the default or usual idle limit of " + proxies.names());
  }

  private static String contradiction(Surroundings around, IdleLimit limit) {
    return around.longestSilenceNanos() > 1.02e9 * (limit.seconds() + 2)
        ? "other connections on the same way survived "
            + Units.duration(around.longestSilenceNanos())
            + " of silence"
        : "";
  }
}
