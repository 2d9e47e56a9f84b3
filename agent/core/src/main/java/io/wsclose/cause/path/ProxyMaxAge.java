// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.cause.Cause;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.intermediary.Intermediary;
import io.wsclose.record.Evidence;
import java.util.Optional;

/**
 * {@code proxy.max_age}. Some intermediaries limit how long a connection lives, busy or not:
 * Google's load balancer by the backend service's timeout, Azure Front Door after 4 h. The end
 * comes at a constant age.
 */
public final class ProxyMaxAge implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return AgeLimit.of(evidence, surroundings).map(limit -> finding(evidence, surroundings, limit));
  }

  private static Finding finding(Evidence evidence, Surroundings around, AgeLimit limit) {
    String settings = limit.proxies().settings();
    String known =
        limit
            .proxies()
            .first()
            .map(Intermediary::ageSeconds)
            .map(
                seconds ->
                    Units.limit(seconds)
                        + " is the default age limit of "
                        + limit.proxies().names())
            .orElse("");
    return Finding.of(
            Cause.PROXY_MAX_AGE,
            limit.confidence(),
            limit.end().fact(),
            "The connection was cut without a Close frame at the age of "
                + Units.duration(evidence.ageNanos())
                + ": "
                + (known.isEmpty() ? observed(around, limit) : known),
            (limit.isLikely() || limit.proxies().isRecognised()
                    ? ""
                    : around.sameAge().isOfOneClient()
                        ? "All these connections came from one client: first look there for a load test or"
                            + " sessions of a fixed length. "
                        : "First look for sessions of a fixed length in the client's program. ")
                + "Pings do not help against an age limit: let clients connect again before it"
                + (settings.isEmpty() ? "." : ", or raise it: " + settings + "."))
        .because(
            "age " + Units.duration(evidence.ageNanos()),
            FactText.noInboundFrame(evidence),
            limit.end().line(),
            known)
        .or(limit.end().isEof() ? Cause.PEER_EOF_WITHOUT_CLOSE : Cause.PEER_RESET);
  }

  private static String observed(Surroundings around, AgeLimit limit) {
    return Units.count(around.sameAge().others(), "other connection")
        + " ended at the same age, so "
        + (limit.isLikely()
            ? "something on the path has such a limit"
            : "there is a limit on the path or in the client's program");
  }
}
