// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static io.wsclose.event.EventAttributes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.SampleFindings;
import io.wsclose.cause.Surroundings;
import io.wsclose.configuration.ExceptionMessages;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.PastConnection;
import io.wsclose.record.SocketEvent;
import io.wsclose.record.ThrowableSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloseEventFactoryTest {
  /** Puts the start of every sample at 2026-03-01T12:00:00Z. */
  private static final long OFFSET = 1_772_366_400_000_000_000L - PastConnection.START_NANOS;

  private static final Surroundings AROUND =
      Surroundings.builder()
          .closedTogether(3, 2)
          .alike(new SameTime(4, 0, 1, 4), SameTime.NONE)
          .build();

  private final CloseEventFactory factory = new CloseEventFactory(16, ExceptionMessages.ALL);

  private CloseEvent event(PastConnection past, Cause cause, Confidence confidence, Fact decided) {
    return factory.create(
        past.evidence(), SampleFindings.of(cause, confidence, decided), AROUND, OFFSET);
  }

  private CloseEvent event(PastConnection past, Cause cause, Confidence confidence) {
    return event(past, cause, confidence, past.evidence().end());
  }

  private static PastConnection idle() {
    PastConnection past =
        PastConnection.server(
                "Host", "chat.example.com",
                "Origin", "https://example.com",
                "User-Agent", "curl/8",
                "X-Forwarded-For", "203.0.113.9, 10.0.3.7",
                "Cookie", "session=secret",
                "Sec-WebSocket-Protocol", "chat, secret",
                "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .opened(10, "Sec-WebSocket-Protocol", "chat", "Sec-WebSocket-Extensions", "x-y")
            .ping(100_000, 100_012)
            .received(124_209, 0x1, 12)
            .sent(124_211, 0x1, false, 4, 40);
    return past.fact(
            past.at(FactKind.END_OF_STREAM, 184_211).with(SocketEvent.EOF, SocketOperation.READ))
        .ended(184_213);
  }

  @Test
  void tellsAllThatIsKnownOfAnAbnormalEnd() {
    PastConnection past = idle();
    Fact eof = past.evidence().facts().get(0);
    CloseEvent event = event(past, Cause.PROXY_IDLE_TIMEOUT, Confidence.LIKELY, eof);

    assertThat(event.name()).isEqualTo("websocket close proxy.idle_timeout");
    assertThat(event.isError()).isTrue();
    assertThat(event.endNanos() - event.startNanos()).isEqualTo(2_000_000L);
    assertThat(event.handshakeTrace().spanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(event.attributes())
        .contains(
            entry(CAUSE, "proxy.idle_timeout"),
            entry(CONFIDENCE, "likely"),
            entry(SUMMARY, "summary of proxy.idle_timeout"),
            entry(HINT, "hint for proxy.idle_timeout"),
            entry(EVIDENCE, List.of("first line", "second line")),
            entry(ALTERNATIVES, List.of("peer.eof_without_close")),
            entry(INITIATOR, "intermediary"),
            entry(ERROR_TYPE, "proxy.idle_timeout"),
            entry(CLOSE_CODE, 1006L),
            entry(CLOSE_CLEAN, false),
            entry(SOCKET_EVENT, "eof"),
            entry(SOCKET_OPERATION, "read"),
            entry(ROLE, "server"),
            entry(STACK, "netty"),
            entry(STACK_VERSION, "4.2.20.Final"),
            entry(CONNECTION_ID, "7f3a-12"),
            entry(OPENED_AT, "2026-03-01T12:00:00.010Z"),
            entry(AGE_MS, 184_201L),
            entry(SUBPROTOCOL, "chat"),
            entry(SUBPROTOCOL_OFFERED, 2L),
            entry(EXTENSIONS, "x-y"),
            entry(ORIGIN, "https://example.com"))
        .contains(
            entry(HANDSHAKE_TRACE_ID, "4bf92f3577b34da6a3ce929d0e0e4736"),
            entry(IDLE_RECEIVED_MS, 60_002L),
            entry(IDLE_SENT_MS, 60_000L),
            entry(FRAMES_RECEIVED, 1L),
            entry(FRAMES_SENT, 1L),
            entry(BYTES_RECEIVED, 12L),
            entry(BYTES_SENT, 40L),
            entry(PINGS_UNANSWERED, 0L),
            entry(PING_RTT_MS, 12.0),
            entry(SIBLINGS_CLOSED, 3L),
            entry(SIBLINGS_SAME_IDLE, 4L),
            entry(PROTOCOL_NAME, "websocket"),
            entry(PROTOCOL_VERSION, "13"),
            entry(TRANSPORT, "tcp"),
            entry(PEER_ADDRESS, "10.0.3.7"),
            entry(PEER_PORT, 41822L),
            entry(LOCAL_ADDRESS, "10.0.0.1"),
            entry(LOCAL_PORT, 8080L),
            entry(CLIENT_ADDRESS, "203.0.113.9"),
            entry(SERVER_ADDRESS, "chat.example.com"),
            entry(SERVER_PORT, 80L),
            entry(URL_SCHEME, "ws"),
            entry(URL_PATH, "/chat"),
            entry(HTTP_STATUS, 101L),
            entry(USER_AGENT, "curl/8"));
    assertThat(event.attributes())
        .containsEntry(
            FRAMES_LAST,
            List.of("-60.002 s received text 12 B", "-60.000 s sent text 40 B fin=false"));
    assertThat(new ArrayList<>(event.attributes().keySet()).subList(0, 5))
        .containsExactly(CAUSE, CONFIDENCE, SUMMARY, HINT, EVIDENCE);
    assertThat(event.attributes().toString()).doesNotContain("secret");
  }

  @Test
  void tellsFramesToProgramsWithTheirOwnTimes() {
    CloseEvent event = event(idle(), Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE);
    assertThat(event.events()).extracting(CloseEvent.TimedEvent::name).containsOnly(FRAME_EVENT);
    assertThat(event.events().get(1).nanos()).isEqualTo(event.startNanos() - 60_000_000_000L);
    assertThat(event.events().get(1).attributes())
        .containsExactly(
            entry(FRAME_DIRECTION, "sent"),
            entry(FRAME_OPCODE, "text"),
            entry(FRAME_FIN, false),
            entry(FRAME_LENGTH, 40L),
            entry(FRAME_COMPRESSED, true));
  }

  @Test
  void tellsNothingOfALifeThatNeverBegan() {
    PastConnection past = PastConnection.server("Host", "[2001:db8::1]:9000").refused(403, 5);
    Map<String, Object> attributes =
        event(past, Cause.HANDSHAKE_AUTH_REJECTED, Confidence.CERTAIN).attributes();
    assertThat(attributes)
        .contains(
            entry(CLOSE_CODE, 1006L),
            entry(HTTP_STATUS, 403L),
            entry(AGE_MS, 5L),
            entry(SERVER_ADDRESS, "2001:db8::1"),
            entry(SERVER_PORT, 9000L))
        .doesNotContainKeys(
            OPENED_AT,
            CLOSE_CLEAN,
            PROTOCOL_VERSION,
            IDLE_RECEIVED_MS,
            FRAMES_RECEIVED,
            FRAMES_LAST,
            SIBLINGS_CLOSED,
            SUBPROTOCOL_OFFERED,
            HANDSHAKE_TRACE_ID);
  }

  @Test
  void aFailedTlsHandshakeIsWhatABrowserCallsIt() {
    PastConnection past = PastConnection.server().ended(3);
    assertThat(event(past, Cause.TLS_HANDSHAKE_FAILED, Confidence.CERTAIN).attributes())
        .containsEntry(CLOSE_CODE, 1015L)
        .containsEntry(SERVER_ADDRESS, "10.0.0.1")
        .containsEntry(SERVER_PORT, 8080L);
  }

  @Test
  void whatWasReceivedSentAndReportedAreThreeThings() {
    PastConnection past = PastConnection.server().opened(0);
    past.sent(1_000, 0x8, true, 0, 5)
        .fact(past.at(FactKind.CLOSE_SENT, 1_000).with(4001, "bye"))
        .received(1_010, 0x8, 0)
        .fact(past.at(FactKind.CLOSE_RECEIVED, 1_010).with(1005, ""))
        .fact(past.at(FactKind.REPORTED, 1_020).with(1000, "fine"))
        .ended(1_011);
    CloseEvent event = event(past, Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN);
    assertThat(event.isError()).isFalse();
    assertThat(event.attributes())
        .contains(
            entry(CLOSE_CODE, 1005L),
            entry(CLOSE_CLEAN, true),
            entry(SENT_CODE, 4001L),
            entry(SENT_REASON, "bye"),
            entry(RECEIVED_CODE, 1005L),
            entry(REPORTED_CODE, 1000L),
            entry(REPORTED_REASON, "fine"),
            entry(
                FRAMES_LAST,
                List.of("0 s sent close 4001", "0.010 s received close without a code (echo)")))
        .doesNotContainKeys(CLOSE_REASON, RECEIVED_REASON, ERROR_TYPE, SIBLINGS_CLOSED);
  }

  @Test
  void anApplicationThatClosesWithAFaultIsAnError() {
    PastConnection past = PastConnection.server().opened(0);
    past.fact(past.at(FactKind.CLOSE_SENT, 10).with(1011, ""))
        .fact(past.at(FactKind.CLOSE_RECEIVED, 11).with(1000, ""))
        .ended(12);
    assertThat(event(past, Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN).isError()).isTrue();
  }

  @Test
  void aCloseWhoseWriteFailedWasNotSent() {
    PastConnection past = PastConnection.server().opened(0);
    past.fact(past.at(FactKind.CLOSE_SENT, 10).with(1000, ""))
        .fact(past.at(FactKind.CLOSE_NOT_SENT, 11))
        .ended(12);
    assertThat(event(past, Cause.PEER_RESET, Confidence.POSSIBLE).attributes())
        .doesNotContainKeys(SENT_CODE, SENT_REASON);
  }

  @Test
  void namesTheApplicationFrameThatAskedForTheEnd() {
    StackTraceElement netty = new StackTraceElement("io.netty.Channel", "close", "C.java", 7);
    StackTraceElement app = new StackTraceElement("com.acme.Chat", "kick", "Chat.java", 42);
    PastConnection past = PastConnection.server().opened(0);
    Fact request = past.at(FactKind.CLOSE_REQUESTED, 10).with(CallTrace.of(netty, app));
    past.fact(request).ended(12);
    assertThat(event(past, Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN).attributes())
        .containsEntry(CALL_SITE, "com.acme.Chat.kick(Chat.java:42)")
        .containsEntry(
            CALL_STACK,
            "\tat io.netty.Channel.close(C.java:7)\n\tat com.acme.Chat.kick(Chat.java:42)\n");
    assertThat(event(past, Cause.PEER_CLEAN_CLOSE, Confidence.CERTAIN).attributes())
        .as("a close asked for when the peer had closed")
        .doesNotContainKeys(CALL_SITE, CALL_STACK);
  }

  @Test
  void theExceptionThatDecidedComesFirst() {
    PastConnection past = PastConnection.server().opened(0);
    Fact thrown =
        past.at(FactKind.APPLICATION_FAILED, 5)
            .with(ThrowableSnapshot.of(new IllegalStateException("first in time")));
    Fact reset =
        past.at(FactKind.SOCKET_FAILED, 9).with(ThrowableSnapshot.of(new IOException("reset")));
    past.fact(thrown).fact(reset).ended(12);
    CloseEvent event = event(past, Cause.PEER_RESET, Confidence.CERTAIN, reset);
    assertThat(event.events())
        .extracting(exception -> exception.attributes().get(EXCEPTION_MESSAGE))
        .containsExactly("reset", "first in time");
  }

  @Test
  void bytesThatAreNoFrameAreNamed() {
    PastConnection past = PastConnection.server().opened(0);
    past.fact(past.at(FactKind.PARSER_FAILED, 10))
        .fact(past.at(FactKind.UNPARSABLE, 10).with(0, "looks like HTTP/1.1"))
        .ended(12);
    CloseEvent event = event(past, Cause.PROTOCOL_PEER_VIOLATION, Confidence.CERTAIN);
    assertThat(event.attributes())
        .containsEntry(FRAMES_LAST, List.of("0 s received no frame: looks like HTTP/1.1"));
    assertThat(event.events().get(0).attributes())
        .containsEntry(FRAME_UNPARSABLE, "looks like HTTP/1.1");
  }

  @Test
  void showsAsManyFramesAsAskedFor() {
    CloseEvent none =
        new CloseEventFactory(0, ExceptionMessages.ALL)
            .create(
                idle().evidence(),
                SampleFindings.of(Cause.UNKNOWN, Confidence.POSSIBLE, idle().evidence().end()),
                AROUND,
                OFFSET);
    assertThat(none.attributes()).doesNotContainKey(FRAMES_LAST).containsEntry(FRAMES_SENT, 1L);
    assertThat(none.events()).isEmpty();
  }

  @Test
  void queuedFramesThatAreAlikeAreOneLine() {
    PastConnection past = PastConnection.server().opened(0);
    past.received(1_000, 0x1, 5);
    for (int i = 0; i < 3; i++) {
      past.sent(2_000 + i, 0x2, true, 0, 1024);
    }
    for (int i = 0; i < 5; i++) {
      past.sent(2_010 + i, 0x2, true, 0, 1024);
    }
    past.neverLeft(5).fact(past.at(FactKind.TRANSPORT_CLOSE_REQUESTED, 3_000)).ended(3_000);
    CloseEvent event = event(past, Cause.LOCAL_ABORT, Confidence.CERTAIN);
    List<String> expected =
        List.of(
            "-2.000 s received text 5 B",
            "-1.000 s sent binary 1024 B",
            "-0.999 s sent binary 1024 B",
            "-0.998 s sent binary 1024 B",
            "-0.990 s sent binary 1024 B never left (the last 5 are alike, until -0.986 s)");
    assertThat(event.attributes()).containsEntry(FRAMES_LAST, expected);
    assertThat(event.events()).hasSameSizeAs(expected);
  }

  @Test
  void theFrameThatWasRefusedIsMarked() {
    PastConnection past = PastConnection.server().opened(0);
    past.sent(900, 0x1, true, 0, 5).received(1_000, 0x1, 3);
    past.fact(past.at(FactKind.PARSER_FAILED, 1_000).with(1007, ""))
        .sent(1_001, 0x8, true, 0, 2)
        .fact(past.at(FactKind.CLOSE_SENT, 1_001).with(1007, ""))
        .ended(1_002);
    assertThat(event(past, Cause.PROTOCOL_INVALID_UTF8, Confidence.CERTAIN).attributes())
        .containsEntry(
            FRAMES_LAST,
            List.of(
                "-0.100 s sent text 5 B",
                "0 s received text 3 B (refused)",
                "0.001 s sent close 1007"));
  }

  @Test
  void whatWasRefusedStandsBeforeTheCloseThatAnswersIt() {
    PastConnection past = PastConnection.server().opened(0);
    past.received(900, 0x1, 5)
        .fact(past.at(FactKind.UNPARSABLE, 1_000).with(0, "is an unmasked Close frame with 1001"))
        .fact(past.at(FactKind.PARSER_FAILED, 1_000).with(1002, ""))
        .sent(1_001, 0x8, true, 0, 2)
        .fact(past.at(FactKind.CLOSE_SENT, 1_001).with(1002, ""))
        .ended(1_002);
    assertThat(event(past, Cause.PROTOCOL_PEER_VIOLATION, Confidence.LIKELY).attributes())
        .containsEntry(
            FRAMES_LAST,
            List.of(
                "-0.100 s received text 5 B",
                "0 s received an unmasked Close frame with 1001 (refused)",
                "0.001 s sent close 1002"));
  }

  @Test
  void saysNothingOfOtherConnectionsWhereTheyHaveNoBearing() {
    assertThat(event(idle(), Cause.LOCAL_APP_EXCEPTION, Confidence.CERTAIN).attributes())
        .doesNotContainKeys(SIBLINGS_CLOSED, SIBLINGS_SAME_IDLE);
    PastConnection past = idle();
    assertThat(
            factory
                .create(
                    past.evidence(),
                    SampleFindings.of(Cause.PEER_RESET, Confidence.POSSIBLE, past.evidence().end()),
                    Surroundings.none(),
                    OFFSET)
                .attributes())
        .doesNotContainKeys(SIBLINGS_CLOSED, SIBLINGS_SAME_IDLE);
  }

  @Test
  void aRefusedHeaderIsShownOnce() {
    PastConnection unread = PastConnection.server().opened(0);
    unread
        .received(900, 0x1, 5)
        .fact(unread.at(FactKind.PARSER_FAILED, 1_000).with(1002, ""))
        .fact(unread.at(FactKind.UNPARSABLE, 1_000).with(0, ""))
        .ended(1_002);
    assertThat(event(unread, Cause.PROTOCOL_PEER_VIOLATION, Confidence.CERTAIN).attributes())
        .containsEntry(
            FRAMES_LAST, List.of("-0.100 s received text 5 B", "0 s received a frame (refused)"));

    PastConnection read = PastConnection.server().opened(0);
    read.received(990, 0x3, 5)
        .fact(read.at(FactKind.UNPARSABLE, 1_000).with(0, ""))
        .fact(read.at(FactKind.PARSER_FAILED, 1_000).with(1002, ""))
        .ended(1_002);
    assertThat(event(read, Cause.PROTOCOL_PEER_VIOLATION, Confidence.CERTAIN).attributes())
        .containsEntry(FRAMES_LAST, List.of("-0.010 s received 0x3 5 B (refused)"));
  }
}
