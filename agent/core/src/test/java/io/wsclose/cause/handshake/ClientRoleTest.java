package io.wsclose.cause.handshake;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

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
