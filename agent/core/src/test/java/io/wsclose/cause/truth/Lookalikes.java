// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.truth;

import static io.wsclose.record.EvidenceBuilder.opened;
import static io.wsclose.record.EvidenceBuilder.thrownIn;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Two causes that leave the same facts in the same order, so neither may be called certain. */
record Lookalikes(Cause one, Cause other, String reason, EvidenceBuilder facts) {
  private static final String POOL =
      "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask.run";
  private static final FactKind CLOSE = FactKind.CLOSE_REQUESTED;
  private static final FactKind DROP = FactKind.TRANSPORT_CLOSE_REQUESTED;
  private static final FactKind THREW = FactKind.APPLICATION_FAILED;

  static List<Lookalikes> table() {
    return List.of(
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_HEARTBEAT_TIMEOUT,
            "A loop that sleeps and checks pongs closes from a thread like any other.",
            opened().received(1, 1).pinged(30).called(33.4, CLOSE, "com.acme.Chat.close")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_HEARTBEAT_TIMEOUT,
            "Libraries run ordinary work on the JDK's pool for timers.",
            opened()
                .received(1, 1)
                .pinged(30)
                .called(
                    30.6,
                    CLOSE,
                    "com.acme.Chat.close",
                    "java.util.concurrent.FutureTask.run",
                    POOL)),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_IDLE_TIMEOUT,
            "Most idle events only send a ping; a moderator may kick right after one.",
            opened()
                .received(1, 1)
                .add(31, FactKind.IDLE_EXPIRED, 30_000, "")
                .called(31.4, CLOSE, "com.acme.Chat.kick")
                .closeSent(31.4, 4001, "")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_APP_EXCEPTION,
            "An exception may be handled, and a close follow for another reason.",
            opened()
                .add(3, THREW, 0, new IllegalStateException())
                .called(3.2, CLOSE, "com.acme.Chat.kick")
                .closeSent(3.2, 4001, "")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_RESOURCE_EXHAUSTED,
            "A handler that ran out of memory may survive, and a close follow.",
            opened()
                .add(3, THREW, 0, new OutOfMemoryError())
                .called(3.2, CLOSE, "com.acme.Chat.kick")
                .closeSent(3.2, 4001, "")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_SHUTDOWN,
            "Hooks run side by side: one of the application's can be before the agent's.",
            opened()
                .called(10, CLOSE, "com.acme.Hook.run")
                .closeSent(10, 1001, "")
                .add(10.2, FactKind.STOPPING, 0, "JVM shutdown")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_SHUTDOWN,
            "A graceful stop takes its time, and kicks and logouts go on meanwhile.",
            opened()
                .add(9, FactKind.STOPPING, 0, "JVM shutdown")
                .called(10, CLOSE, "com.acme.Chat.kick")
                .closeSent(10, 4001, "")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_SESSION_EXPIRED,
            "The application may close for the end of its session, or at the same time.",
            opened()
                .add(10, FactKind.SESSION_EXPIRED)
                .called(10.3, CLOSE, "com.acme.Chat.kick")
                .closeSent(10.3, 4001, "")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.LOCAL_IDLE_TIMEOUT,
            "A listener that closes leaves no application code on the stack, nor does a timer.",
            opened()
                .received(1, 1)
                .called(9, CLOSE, "io.netty.Listener.done")
                .closeSent(9, 1000, "")),
        new Lookalikes(
            Cause.LOCAL_APP_CLOSE,
            Cause.PROTOCOL_PEER_VIOLATION,
            "1002 is the parser's code, and an application may use it, too.",
            opened().received(1, 1).closeSent(9, 1002, "")),
        new Lookalikes(
            Cause.LOCAL_APP_EXCEPTION,
            Cause.LOCAL_RESOURCE_EXHAUSTED,
            "A pool that does not say its state may be full, or shut down by mistake.",
            opened()
                .add(3, THREW, 0, thrownIn(new RejectedExecutionException(), "com.acme.Chat.read"))
                .closeSent(3.001, 1011, "")),
        new Lookalikes(
            Cause.LOCAL_IDLE_TIMEOUT,
            Cause.LOCAL_APP_EXCEPTION,
            "The callback for idle events can throw before it has sent its ping.",
            opened()
                .received(1, 1)
                .add(31, FactKind.IDLE_EXPIRED, 30_000, "")
                .add(31, THREW, 0, thrownIn(new NullPointerException(), "com.acme.Beat.ping"))
                .called(
                    31.001,
                    DROP,
                    "com.acme.Chat.exceptionCaught",
                    "com.acme.Beat.userEventTriggered")),
        new Lookalikes(
            Cause.LOCAL_MESSAGE_TOO_BIG,
            Cause.LOCAL_APP_EXCEPTION,
            "The exception of a codec in the pipeline may have passed an application's handler.",
            opened()
                .add(3, THREW, 0, new TooLongFrameException())
                .called(3.001, DROP, "com.acme.Chat.exceptionCaught")),
        new Lookalikes(
            Cause.LOCAL_ABORT,
            Cause.PEER_EOF_WITHOUT_CLOSE,
            "A call finds the socket closed: by whom is not seen.",
            opened().failed(3, SocketOperation.WRITE, new ClosedChannelException())),
        new Lookalikes(
            Cause.HANDSHAKE_REJECTED,
            Cause.HANDSHAKE_TIMEOUT,
            "Libraries run ordinary work on the JDK's pool for timers.",
            EvidenceBuilder.attempt().called(0.026, DROP, "com.acme.Doorman.dispose", POOL)),
        new Lookalikes(
            Cause.HANDSHAKE_REJECTED,
            Cause.HANDSHAKE_TIMEOUT,
            "A timer of the application may drop what is late, or what is not wanted.",
            EvidenceBuilder.attempt()
                .called(10, DROP, "com.acme.Doorman.sweep", "java.util.TimerThread.mainLoop")),
        new Lookalikes(
            Cause.HANDSHAKE_ORIGIN_REJECTED,
            Cause.HANDSHAKE_AUTH_REJECTED,
            "A 403 does not say what it is for.",
            EvidenceBuilder.attempt().header("Origin", "https://a.example").answered(0.1, 403)),
        new Lookalikes(
            Cause.HANDSHAKE_SUBPROTOCOL_NOT_SELECTED,
            Cause.PEER_EOF_WITHOUT_CLOSE,
            "A client that is killed right after opening leaves as one that refuses the answer.",
            opened().header("Sec-WebSocket-Protocol", "chat").eof(0.3)),
        new Lookalikes(
            Cause.PEER_EOF_WITHOUT_CLOSE,
            Cause.PROXY_IDLE_TIMEOUT,
            "A program can be killed a minute after its last frame by chance.",
            opened().received(1, 1).sent(1, 1).eof(61.02)),
        new Lookalikes(
            Cause.PEER_EOF_WITHOUT_CLOSE,
            Cause.PEER_RESET,
            "A broken pipe says that the peer had gone, not how.",
            opened()
                .received(1, 1)
                .failed(3, SocketOperation.WRITE, new IOException("Broken pipe"))),
        new Lookalikes(
            Cause.PEER_RESET,
            Cause.NETWORK_IDLE_FLOW_DROPPED,
            "A host that was rebuilt in the meantime answers a packet as a forgetful firewall does.",
            opened().received(1, 1).sent(401, 1).reset(401.05)),
        new Lookalikes(
            Cause.PEER_RESET,
            Cause.NETWORK_IDLE_FLOW_DROPPED,
            "Some firewalls forget a flow after seconds.",
            opened().received(1, 1).sent(21, 1).reset(21.003)),
        new Lookalikes(
            Cause.PEER_EOF_WITHOUT_CLOSE,
            Cause.PROXY_IDLE_TIMEOUT,
            "A limit can be set to any round time.",
            opened().received(1, 1).sent(1, 1).eof(20.98)),
        new Lookalikes(
            Cause.NETWORK_RETRANSMIT_TIMEOUT,
            Cause.NETWORK_MIDDLEBOX_INTERFERENCE,
            "A path can die at any frame, also at the first large one.",
            opened()
                .received(1, 1)
                .sent(1, 1)
                .sent(5, 2, 20_000)
                .failed(940, SocketOperation.READ, new IOException("Connection timed out"))),
        new Lookalikes(
            Cause.NETWORK_RETRANSMIT_TIMEOUT,
            Cause.PEER_SUSPENDED,
            "A phone that sleeps answers nothing, as a path that died.",
            opened()
                .header("User-Agent", "iPhone")
                .received(1, 1)
                .sent(5, 1)
                .failed(940, SocketOperation.READ, new IOException("Connection timed out"))));
  }

  /** As several codecs name it. */
  static final class TooLongFrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
