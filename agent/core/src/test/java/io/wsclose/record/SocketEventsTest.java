// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SocketEventsTest {
  static Stream<Arguments> table() {
    return Stream.of(
        Arguments.of(new SocketException("Connection reset"), SocketEvent.RESET),
        Arguments.of(new IOException("Connection reset by peer"), SocketEvent.RESET),
        Arguments.of(
            new IOException("An existing connection was forcibly closed by the remote host"),
            SocketEvent.RESET),
        Arguments.of(new IOException("Broken pipe"), SocketEvent.BROKEN_PIPE),
        Arguments.of(new SocketException("Broken pipe (Write failed)"), SocketEvent.BROKEN_PIPE),
        Arguments.of(new IOException("Connection timed out"), SocketEvent.TIMED_OUT),
        Arguments.of(new IOException("Operation timed out"), SocketEvent.TIMED_OUT),
        Arguments.of(new ConnectException("Connection timed out"), SocketEvent.TIMED_OUT),
        Arguments.of(new ConnectException("Connection refused"), SocketEvent.REFUSED),
        Arguments.of(new ConnectException("Verbindungsaufbau abgelehnt"), SocketEvent.REFUSED),
        Arguments.of(new NoRouteToHostException("anything"), SocketEvent.UNREACHABLE),
        Arguments.of(new SocketException("Network is unreachable"), SocketEvent.UNREACHABLE),
        Arguments.of(new EOFException(), SocketEvent.EOF),
        Arguments.of(new ClosedChannelException(), SocketEvent.CLOSED_LOCALLY),
        Arguments.of(new AsynchronousCloseException(), SocketEvent.CLOSED_LOCALLY),
        Arguments.of(new ClosedByInterruptException(), SocketEvent.CLOSED_LOCALLY),
        Arguments.of(new SocketException("Socket closed"), SocketEvent.CLOSED_LOCALLY),
        Arguments.of(errno(-104), SocketEvent.RESET),
        Arguments.of(errno(-54), SocketEvent.RESET),
        Arguments.of(errno(-32), SocketEvent.BROKEN_PIPE),
        Arguments.of(errno(-110), SocketEvent.TIMED_OUT),
        Arguments.of(errno(-113), SocketEvent.UNREACHABLE),
        Arguments.of(errno(-111), SocketEvent.REFUSED));
  }

  /** As Netty's native transports word it; the text behind the number may be localised. */
  private static IOException errno(int errno) {
    return new IOException("recvAddress(..) failed with error(" + errno + "): Irgendwas");
  }

  @ParameterizedTest
  @MethodSource("table")
  void classifies(Throwable failure, SocketEvent event) {
    assertThat(SocketEvents.classify(ThrowableSnapshot.of(failure), EvidenceBuilder.LIBRARY))
        .contains(event);
  }

  @Test
  void theInnermostCauseThatSaysAnythingCounts() {
    IOException reset = new IOException("Connection reset by peer");
    assertThat(classify(new RuntimeException("wrapped", reset))).contains(SocketEvent.RESET);
    ClosedChannelException closed = new ClosedChannelException();
    closed.initCause(reset);
    assertThat(classify(closed)).contains(SocketEvent.RESET);
    EOFException eof = new EOFException();
    eof.initCause(new IllegalStateException("nothing"));
    assertThat(classify(eof)).contains(SocketEvent.EOF);
  }

  @Test
  void whatIsNotKnownIsNotGuessed() {
    assertThat(classify(new IOException("Datenübergabe unterbrochen"))).isEmpty();
    assertThat(classify(new IOException((String) null))).isEmpty();
    assertThat(classify(new IOException("error(-9999)"))).isEmpty();
    assertThat(
            classify(
                new IOException(
                    "An established connection was aborted by the software in your host machine")))
        .isEmpty();
  }

  @Test
  void tls() {
    assertThat(tls(new SSLException("Received fatal alert: unknown_ca")))
        .contains(SocketEvent.TLS_ALERT);
    assertThat(tls(new SSLException("closing inbound before receiving peer's close_notify")))
        .contains(SocketEvent.TLS_TRUNCATED);
    assertThat(tls(new SSLException("x", new SocketException("Connection reset"))))
        .contains(SocketEvent.RESET);
    assertThat(tls(new SSLException("bad record MAC"))).isEmpty();
  }

  private static java.util.Optional<SocketEvent> classify(Throwable failure) {
    return SocketEvents.classify(ThrowableSnapshot.of(failure), EvidenceBuilder.LIBRARY);
  }

  private static java.util.Optional<SocketEvent> tls(Throwable failure) {
    return SocketEvents.classifyTls(ThrowableSnapshot.of(failure), EvidenceBuilder.LIBRARY);
  }
}
