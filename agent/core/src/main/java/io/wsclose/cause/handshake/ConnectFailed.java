// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.Handshake;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Optional;

/**
 * {@code handshake.connect_failed}, client role: no TCP connection came to be. DNS had no address
 * (UnknownHostException), nobody listens (RST to the SYN: refused), no route, or no answer to the
 * SYN in time.
 */
public final class ConnectFailed implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .filter(attempt -> !attempt.isServer())
        .flatMap(
            attempt ->
                evidence.facts().stream()
                    .filter(ConnectFailed::isConnect)
                    .findFirst()
                    .map(fact -> finding(evidence, fact)));
  }

  private static boolean isConnect(Fact fact) {
    return fact.operation().filter(during -> during == SocketOperation.CONNECT).isPresent()
        || fact.failure().filter(failure -> !reason(failure).isEmpty()).isPresent();
  }

  private static String reason(ThrowableSnapshot failure) {
    for (ThrowableSnapshot link : failure.chain()) {
      String type = link.simpleType();
      if (type.contains("UnknownHost") || type.contains("UnresolvedAddress")) {
        return "its host name has no address";
      }
      if (type.contains("NoRouteToHost")) {
        return "there is no route to it";
      }
      if (type.contains("ConnectTimeout") || link.message().contains("onnect timed out")) {
        return "it did not answer in time";
      }
      if (type.endsWith("ConnectException")) {
        return link.message().contains("timed out")
            ? "it did not answer in time"
            : "nobody listens there";
      }
    }
    return "";
  }

  private static String server(Handshake handshake) {
    return handshake.host().isEmpty() ? "the server" : handshake.host();
  }

  private static Finding finding(Evidence evidence, Fact fact) {
    String reason = fact.failure().map(ConnectFailed::reason).orElse("");
    return Finding.of(
            Cause.HANDSHAKE_CONNECT_FAILED,
            Confidence.CERTAIN,
            fact,
            "No connection to "
                + server(evidence.handshake())
                + " could be made"
                + (reason.isEmpty() ? "" : ": " + reason),
            "Check host name, port, firewall rules and whether the server is up; wait longer between"
                + " attempts while it is not.")
        .because(FactText.of(fact));
  }
}
