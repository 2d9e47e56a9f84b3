// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.truth;

import static io.wsclose.record.EvidenceBuilder.thrownIn;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.record.FactKind;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * What each cause leaves behind. Limits of the path are not here: they differ from an end of the
 * peer's by figures alone, and no rule for them may be certain.
 */
enum TrueEnd {
  PEER_CLOSES(
      Cause.PEER_CLEAN_CLOSE,
      scene -> {
        int code = scene.anyOf(1000, 1005, 3000, 4001);
        scene.open();
        scene.after(0.1, 9).closeReceived(scene.now(), code, "");
        scene.soon().closeSent(scene.now(), code, "");
        scene.soon().eof(scene.now());
        scene.aftermath();
      }),
  PAGE_IS_LEFT(
      Cause.PEER_GOING_AWAY,
      scene -> {
        scene.open();
        scene.after(0.1, 9).closeReceived(scene.now(), 1001, "");
        scene.soon().reset(scene.now());
        scene.aftermathOfSocket();
      }),
  PEER_REFUSES_OURS(
      Cause.PROTOCOL_PEER_REJECTED_US,
      scene -> {
        scene.open();
        scene.sent();
        scene.soon().closeReceived(scene.now(), scene.anyOf(1002, 1003, 1007, 1009), "");
        scene.aftermathOfSocket();
      }),
  PEER_IS_KILLED(
      Cause.PEER_EOF_WITHOUT_CLOSE,
      scene -> {
        scene.open();
        scene.after(0.1, 20).eof(scene.now());
        scene.aftermathOfSocket();
      }),
  PEER_RESETS(
      Cause.PEER_RESET,
      scene -> {
        scene.open();
        scene.after(0.1, 9).reset(scene.now());
        scene.aftermathOfSocket();
      }),
  PATH_DIES(
      Cause.NETWORK_RETRANSMIT_TIMEOUT,
      scene -> {
        scene.open();
        scene.heartbeat(false);
        IOException failure = new IOException("Connection timed out");
        scene.after(12, 1200).failed(scene.now(), SocketOperation.READ, failure);
        scene.aftermathOfSocket();
      }),
  FLOW_IS_FORGOTTEN(
      Cause.NETWORK_IDLE_FLOW_DROPPED,
      scene -> {
        scene.open();
        scene.received();
        scene.after(300, 1000);
        if (scene.chance(0.5)) {
          scene.evidence().add(scene.now(), FactKind.IDLE_EXPIRED, 300_000, "");
        }
        scene.soon().pinged(scene.now());
        scene.after(0.001, 0.3).reset(scene.now());
        scene.aftermathOfSocket();
      }),
  APPLICATION_CLOSES(
      Cause.LOCAL_APP_CLOSE,
      scene -> {
        scene.open();
        if (scene.chance(0.2)) {
          scene.heartbeat(false);
          scene.after(0, 0.9);
        } else if (scene.chance(0.2)) {
          scene.caught();
          scene.after(0, 0.9);
        }
        int code = scene.anyOf(1000, 1001, 1008, 1011, 4001);
        scene
            .after(0, 5)
            .called(scene.now(), FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick", scene.anyThread());
        scene.soon().closeSent(scene.now(), code, "");
        scene.answered(code);
      }),
  APPLICATION_DROPS(
      Cause.LOCAL_ABORT,
      scene -> {
        scene.open();
        scene
            .after(0.1, 5)
            .called(
                scene.now(),
                FactKind.TRANSPORT_CLOSE_REQUESTED,
                "io.netty.X.close",
                "com.acme.Chat.drop");
        scene.aftermath();
      }),
  ENDPOINT_THROWS(
      Cause.LOCAL_APP_EXCEPTION,
      scene -> {
        scene.open();
        if (scene.chance(0.2)) {
          scene.heartbeat(true);
        }
        scene.received();
        scene
            .soon()
            .add(
                scene.now(),
                FactKind.APPLICATION_FAILED,
                0,
                thrownIn(scene.anyMistake(), "java.util.List.of", "com.acme.Chat.onMessage"));
        if (scene.chance(0.5)) {
          scene.soon().closeSent(scene.now(), 1011, "");
        } else {
          scene
              .soon()
              .called(
                  scene.now(), FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.exceptionCaught");
        }
        scene.answered(1011);
      }),
  HEARTBEAT_IS_UNANSWERED(
      Cause.LOCAL_HEARTBEAT_TIMEOUT,
      scene -> {
        scene.open();
        scene.heartbeat(false);
        double wait = scene.anyOf(2, 5, 10) + (scene.chance(0.5) ? 0 : 0.37);
        scene
            .after(wait, wait + 0.01)
            .called(
                scene.now(),
                FactKind.CLOSE_REQUESTED,
                "com.acme.Beat.check",
                scene.chance(0.8) ? scene.anyTimer() : scene.anyThread());
        scene.soon().closeSent(scene.now(), 4002, "");
        scene.answered(4002);
      }),
  IDLE_LIMIT_RUNS_OUT(
      Cause.LOCAL_IDLE_TIMEOUT,
      scene -> {
        scene.open();
        scene.received();
        scene.after(30, 30.01).add(scene.now(), FactKind.IDLE_EXPIRED, 30_000, "");
        if (scene.chance(0.5)) {
          scene
              .soon()
              .called(
                  scene.now(),
                  FactKind.TRANSPORT_CLOSE_REQUESTED,
                  "com.acme.Chat.userEventTriggered",
                  "io.netty.Idle.channelIdle");
        } else {
          scene.soon().closeSent(scene.now(), 1001, "");
        }
        scene.answered(1001);
      }),
  SESSION_ENDS(
      Cause.LOCAL_SESSION_EXPIRED,
      scene -> {
        scene.open();
        scene.after(0.1, 9).add(scene.now(), FactKind.SESSION_EXPIRED);
        scene.soon().closeSent(scene.now(), 1008, "");
        scene.answered(1008);
      }),
  MEMORY_RUNS_OUT(
      Cause.LOCAL_RESOURCE_EXHAUSTED,
      scene -> {
        scene.open();
        scene.received();
        scene
            .soon()
            .add(
                scene.now(),
                FactKind.APPLICATION_FAILED,
                0,
                thrownIn(new OutOfMemoryError("Java heap space"), "com.acme.Chat.onMessage"));
        scene.soon().closeSent(scene.now(), 1011, "");
        scene.answered(1011);
      }),
  POOL_IS_FULL(
      Cause.LOCAL_RESOURCE_EXHAUSTED,
      scene -> {
        scene.open();
        scene.received();
        String state = scene.chance(0.9) ? "rejected from Pool@1[Running, pool size = 8]" : null;
        scene
            .soon()
            .add(
                scene.now(),
                FactKind.APPLICATION_FAILED,
                0,
                thrownIn(new RejectedExecutionException(state), "com.acme.Chat.onMessage"));
        scene.soon().closeSent(scene.now(), 1011, "");
        scene.answered(1011);
      }),
  SERVER_STOPS(
      Cause.LOCAL_SHUTDOWN,
      scene -> {
        scene.open();
        scene.after(0.1, 9);
        scene.jvmStops();
        boolean noted = scene.chance(0.7);
        if (noted) {
          scene.stopNoted("JVM shutdown");
        }
        switch (scene.anyOf(0, 1, 2)) {
          case 0:
            scene.after(0, 5).closeSent(scene.now(), 1001, "");
            break;
          case 1:
            scene.soon().called(scene.now(), FactKind.CLOSE_REQUESTED, "com.acme.Hook.run");
            scene.soon().closeSent(scene.now(), scene.anyOf(1001, 1012, 4009), "");
            break;
          default:
            scene.after(0, 5);
        }
        if (!noted) {
          scene.after(0, 0.5);
          scene.stopNoted("JVM shutdown");
        }
        scene.after(0, 0.4).ended(scene.now());
      }),
  MESSAGE_IS_TOO_BIG(
      Cause.LOCAL_MESSAGE_TOO_BIG,
      scene -> {
        scene.open();
        scene.received();
        scene
            .soon()
            .add(scene.now(), FactKind.LIMIT_EXCEEDED, 1009, new IllegalStateException("too big"));
        scene.soon().closeSent(scene.now(), 1009, "");
        scene.answered(1009);
      }),
  FRAME_IS_BROKEN(
      Cause.PROTOCOL_PEER_VIOLATION,
      scene -> {
        scene.open();
        scene
            .after(0.1, 9)
            .add(scene.now(), FactKind.PARSER_FAILED, 1002, new IllegalStateException("opcode"));
        scene.soon().closeSent(scene.now(), 1002, "");
        scene.answered(1002);
      }),
  TLS_BREAKS(
      Cause.TLS_FATAL_ALERT,
      scene -> {
        scene.open();
        scene
            .after(0.1, 9)
            .tlsFailed(
                scene.now(),
                new javax.net.ssl.SSLException("Received fatal alert: bad_record_mac"));
        scene.aftermathOfSocket();
      }),
  NO_TOKEN(
      Cause.HANDSHAKE_AUTH_REJECTED,
      scene -> {
        scene.attempt();
        if (scene.chance(0.3)) {
          scene.evidence().header("Origin", "https://a.example");
        }
        if (scene.chance(0.5)) {
          scene
              .evidence()
              .add(
                  scene.now(),
                  FactKind.HANDSHAKE_FAILED,
                  0,
                  thrownIn(
                      new SecurityException(),
                      "com.acme.Auth.check",
                      "org.acme.web.CorsFilter.doFilter"));
        }
        scene.soon().answered(scene.now(), scene.anyOf(401, 403));
      }),
  FOREIGN_PAGE(
      Cause.HANDSHAKE_ORIGIN_REJECTED,
      scene -> {
        scene.attempt().header("Origin", "https://evil.example");
        if (scene.chance(0.5)) {
          scene
              .evidence()
              .add(
                  scene.now(),
                  FactKind.HANDSHAKE_FAILED,
                  0,
                  thrownIn(new SecurityException(), "com.acme.Config.checkOrigin"));
        }
        scene.soon().answered(scene.now(), 403);
      }),
  CLIENT_LEAVES_EARLY(
      Cause.HANDSHAKE_CLIENT_GONE,
      scene -> {
        scene.attempt().eof(scene.now());
        if (scene.chance(0.3)) {
          scene.soon();
          scene
              .evidence()
              .add(scene.now(), FactKind.HANDSHAKE_FAILED, 0, new IOException("Broken pipe"));
        }
        scene.aftermathOfSocket();
      }),
  HANDSHAKE_IS_LATE(
      Cause.HANDSHAKE_TIMEOUT,
      scene -> {
        scene.attempt();
        scene
            .after(10, 10.01)
            .called(
                scene.now(),
                FactKind.TRANSPORT_CLOSE_REQUESTED,
                "io.netty.Channel.close",
                scene.chance(0.5) ? "io.netty.Handler.late" : "com.acme.Doorman.late",
                scene.anyTimer());
        scene.aftermath();
      }),
  UPGRADE_IS_DROPPED(
      Cause.HANDSHAKE_REJECTED,
      scene -> {
        scene
            .attempt()
            .called(
                scene.now(),
                FactKind.TRANSPORT_CLOSE_REQUESTED,
                "com.acme.Doorman.drop",
                scene.anyThread());
        scene.aftermath();
      }),
  HANDSHAKE_CODE_THROWS(
      Cause.HANDSHAKE_SERVER_ERROR,
      scene -> {
        scene.attempt();
        scene
            .evidence()
            .add(
                scene.now(),
                FactKind.HANDSHAKE_FAILED,
                0,
                thrownIn(new IllegalStateException("query timed out"), "com.acme.Users.find"));
        if (scene.chance(0.5)) {
          scene.soon().answered(scene.now(), 500);
        } else {
          scene.after(0.1, 30).eof(scene.now());
        }
      });

  private final Cause cause;
  private final Consumer<Scene> facts;

  TrueEnd(Cause cause, Consumer<Scene> facts) {
    this.cause = cause;
    this.facts = facts;
  }

  Cause cause() {
    return cause;
  }

  void happen(Scene scene) {
    facts.accept(scene);
  }
}
