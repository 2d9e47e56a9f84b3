// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.SocketEvent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code handshake.client_gone}: FIN or RST before the 101 was out. In the client role {@code
 * handshake.server_gone}: the server, or a proxy before it, left without an answer.
 */
public final class PeerGone implements Rule {
  /** No handshake that was answered so soon is slow. */
  private static final long PROMPT_NANOS = 1_000_000_000L;

  private static final Set<SocketEvent> GONE =
      EnumSet.of(
          SocketEvent.EOF, SocketEvent.RESET, SocketEvent.BROKEN_PIPE, SocketEvent.TLS_TRUNCATED);

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .flatMap(
            attempt ->
                evidence.facts().stream()
                    .filter(fact -> !fact.is(FactKind.TLS_FAILED))
                    .filter(fact -> fact.socketEvent().filter(GONE::contains).isPresent())
                    .findFirst()
                    .map(fact -> finding(evidence, attempt, fact)));
  }

  private static Finding finding(Evidence evidence, Attempt attempt, Fact fact) {
    String peer = FactText.peer(evidence);
    return Finding.of(
            attempt.isServer() ? Cause.HANDSHAKE_CLIENT_GONE : Cause.HANDSHAKE_SERVER_GONE,
            Confidence.CERTAIN,
            fact,
            "The "
                + peer
                + " left "
                + attempt.duration()
                + " into the opening handshake for "
                + attempt.path()
                + ", before it was answered",
            attempt.isServer()
                ? evidence.ageNanos() < PROMPT_NANOS
                    ? "The user left the page, or the client or a proxy before it gave up; one such event"
                        + " alone is harmless. If it repeats, look at the client's log at this time: if it"
                        + " did not give up there, a proxy did."
                    : "If the handshake takes that long here, find what blocks in it (login, database, a"
                        + " full thread pool); if it does not, the user left the page, or the client or a"
                        + " proxy before it has a short connect timeout."
                : "Look at the server and at proxies before it: they closed instead of answering.")
        .because(FactText.of(fact), "no answer to the opening handshake");
  }
}
