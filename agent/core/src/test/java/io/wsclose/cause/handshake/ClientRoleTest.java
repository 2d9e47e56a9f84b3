// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Initiator;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientRoleTest {

  @Test
  void nobodyListens() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .failed(0.1, SocketOperation.CONNECT, new ConnectException("Connection refused")))
        .is(Cause.HANDSHAKE_CONNECT_FAILED, Confidence.CERTAIN)
        .says("chat.example", "nobody listens there")
        .because("refused on connect: java.net.ConnectException: Connection refused");
  }

  @Test
  void noAnswerToTheSyn() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .failed(30, SocketOperation.CONNECT, new ConnectException("Connection timed out")))
        .is(Cause.HANDSHAKE_CONNECT_FAILED, Confidence.CERTAIN)
        .says("did not answer in time")
        .hasLineWith("timed out on connect");
  }

  @Test
  void noAddress() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .add(0.1, FactKind.HANDSHAKE_FAILED, 0, new UnknownHostException("chat.example")))
        .is(Cause.HANDSHAKE_CONNECT_FAILED, Confidence.CERTAIN)
        .says("its host name has no address");
  }

  @Test
  void wrongAccept() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .add(
                    0.1,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    new IllegalStateException("Invalid Sec-WebSocket-Accept hash")))
        .is(Cause.HANDSHAKE_BAD_ACCEPT, Confidence.CERTAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "401, HANDSHAKE_AUTH_REJECTED, did not authorize this client, credentials that this client",
    "403, HANDSHAKE_AUTH_REJECTED, did not authorize this client, credentials that this client",
    "404, HANDSHAKE_NOT_WEBSOCKET_ENDPOINT, no WebSocket endpoint is at this path, URL that this client",
    "302, HANDSHAKE_REDIRECTED, which this client did not follow, Let this client use",
    "400, HANDSHAKE_BAD_REQUEST, bad request, the server's log",
    "426, HANDSHAKE_BAD_REQUEST, wants another WebSocket version, the server's log",
    "429, HANDSHAKE_REJECTED, refused the upgrade, This client asks too often",
    "410, HANDSHAKE_REJECTED, refused the upgrade, log of the server",
    "503, HANDSHAKE_SERVER_ERROR, answered the upgrade, the server's log"
  })
  void refusalsAreTheServersDoing(int status, Cause cause, String summary, String hint) {
    Finding finding =
        Verdict.of(EvidenceBuilder.clientAttempt().answered(0.1, status))
            .is(cause, Confidence.CERTAIN)
            .says("The server ", "/chat", "with " + status, summary)
            .advises(hint)
            .because("handshake answered " + status)
            .finding();

    assertThat(finding.cause().initiator(Role.CLIENT)).isEqualTo(Initiator.PEER);
    assertThat(finding.hint()).doesNotContain("Jaeger", "the client");
  }

  @Test
  void foreignOriginThatTheServerMayHaveRefused() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .header("Origin", "https://other.example")
                .answered(0.1, 403))
        .is(Cause.HANDSHAKE_ORIGIN_REJECTED, Confidence.POSSIBLE)
        .says("The server answered 403", "this client sent Origin https://other.example")
        .advises("Send the Origin that the server allows");
  }

  @Test
  void exceptionOfTheClientDoesNotExplainAServerError() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .answered(0.1, 503)
                .add(0.2, FactKind.HANDSHAKE_FAILED, 0, new IllegalStateException("got 503")))
        .is(Cause.HANDSHAKE_SERVER_ERROR, Confidence.CERTAIN)
        .advises("the server's log");
  }

  @Test
  void aClientThatClosesBeforeTheAnswerIsNotRefused() {
    Verdict.of(
            EvidenceBuilder.clientAttempt()
                .called(2, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Client.stop")
                .ended(2.1))
        .is(Cause.LOCAL_ABORT, Confidence.LIKELY)
        .says("this JVM closed the socket after")
        .or(Cause.HANDSHAKE_TIMEOUT);
  }

  @Test
  void ourOwnClientRefusesTheSubprotocol() {
    Verdict.of(
            EvidenceBuilder.clientOpened()
                .header("Sec-WebSocket-Protocol", "a")
                .answer("Sec-WebSocket-Protocol", "b")
                .add(0.1, FactKind.HANDSHAKE_FAILED, 0, new IllegalStateException()))
        .is(Cause.HANDSHAKE_SUBPROTOCOL_NOT_OFFERED, Confidence.CERTAIN)
        .says("This client refused the server's 101");
  }
}
