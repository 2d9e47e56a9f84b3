package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Figures;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.record.Evidence;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code proxy.idle_timeout}. An intermediary that saw no byte for its idle limit closes both its
 * sockets and sends no Close frame: FIN here, or RST if bytes were unread. The limit is matched
 * from 0.1 s before to 1 s (or what that hop is known to take) after it; several hops share 60 s,
 * so all that fit are named.
 */
public final class ProxyIdleTimeout implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return IdleLimit.of(evidence, surroundings)
        .map(limit -> finding(evidence, surroundings, limit));
  }

  private static Finding finding(Evidence evidence, Surroundings around, IdleLimit limit) {
    String end = limit.end().isEof() ? "EOF" : "a reset";
    Suspects suspects = limit.suspects();
    Suspects adjustable = suspects.isEmpty() ? Suspects.shownBy(evidence.handshake()) : suspects;
    return Finding.of(
            Cause.PROXY_IDLE_TIMEOUT,
            limit.confidence(),
            limit.end().fact(),
            String.format(
                Locale.ROOT,
                "No frame for %.1f s, then %s without a Close frame: %s",
                limit.seconds(),
                end,
                suspects.isEmpty() ? observed(adjustable, around) : known(limit)),
            "Ping every "
                + Figures.limit(Math.max(1, Math.floor(limit.limitSeconds() / 2)))
                + " or oftener, from either side"
                + (adjustable.settings().isEmpty()
                    ? "."
                    : ", or raise the limit: " + adjustable.settings() + "."))
        .because(
            Wording.noInboundFrame(evidence),
            Wording.noOutboundFrame(evidence),
            limit.end().line(),
            suspects.isEmpty()
                ? ""
                : Figures.limit(limit.limitSeconds())
                    + " is the default or usual idle limit of "
                    + suspects.names())
        .or(limit.end().isEof() ? Cause.PEER_EOF_WITHOUT_CLOSE : Cause.PEER_RESET)
        .or(others(around));
  }

  private static Cause[] others(Surroundings around) {
    return around.closedTogether() > 0 ? new Cause[] {Cause.PROXY_RELOAD_OR_DRAIN} : new Cause[0];
  }

  private static String observed(Suspects shown, Surroundings around) {
    return Figures.count(around.sameIdle(), "other connection")
        + " ended after the same silence, so something on the path has such a limit"
        + (shown.isEmpty() ? "" : ", perhaps " + shown.recognised() + shown.howRecognised());
  }

  private static String known(IdleLimit limit) {
    Suspects suspects = limit.suspects();
    String time = Figures.limit(limit.limitSeconds());
    return time
        + " is the default idle limit of "
        + (suspects.isRecognised()
            ? suspects.recognised() + suspects.howRecognised()
            : suspects.names());
  }
}
