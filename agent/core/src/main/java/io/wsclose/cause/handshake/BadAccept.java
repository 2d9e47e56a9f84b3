// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code handshake.bad_accept}, client role. RFC 6455 section 4.1: the client fails the connection
 * when Sec-WebSocket-Accept is missing or is not the hash of its key. Stacks name the header in the
 * exception that they make of it, or use words of their own.
 */
public final class BadAccept implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    if (evidence.handshake().role() != Role.CLIENT) {
      return Optional.empty();
    }
    return evidence
        .first(FactKind.HANDSHAKE_FAILED)
        .filter(
            fact -> fact.failure().filter(failure -> namesAccept(failure, evidence)).isPresent())
        .map(BadAccept::finding);
  }

  private static boolean namesAccept(ThrowableSnapshot failure, Evidence evidence) {
    List<String> own = evidence.library().profile().acceptMessages();
    return failure.chain().stream()
        .map(link -> link.message().toLowerCase(Locale.ROOT))
        .anyMatch(
            text -> text.contains("websocket-accept") || own.stream().anyMatch(text::contains));
  }

  private static Finding finding(Fact fact) {
    return Finding.of(
            Cause.HANDSHAKE_BAD_ACCEPT,
            Confidence.CERTAIN,
            fact,
            "The server's 101 had a missing or wrong Sec-WebSocket-Accept, so it did not answer this"
                + " request",
            "A cache or proxy answers from an earlier handshake, or the server is not a WebSocket"
                + " server; connect to it directly to find out.")
        .because(FactText.of(fact));
  }
}
