// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.truth;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;

/**
 * A connection and its noise: what was caught long ago, heartbeats, frames whose time lags behind,
 * and what everybody does once the end has come.
 */
final class Scene {
  private static final String LOOP = "io.netty.Loop.run";
  private static final String POOL =
      "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask.run";

  private final Random random;
  private EvidenceBuilder evidence;
  private double now;
  private boolean jvmStopping;

  Scene(Random random) {
    this.random = random;
  }

  EvidenceBuilder evidence() {
    return evidence;
  }

  double now() {
    return now;
  }

  boolean jvmStopping() {
    return jvmStopping;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T anyOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  int anyOf(int... values) {
    return values[random.nextInt(values.length)];
  }

  /** With what the stack trace of a close begins, whatever asked for it. */
  String anyThread() {
    return anyOf(
        new String[] {LOOP, POOL, "java.lang.Thread.run", "java.util.TimerThread.mainLoop"});
  }

  String anyTimer() {
    return anyOf(
        new String[] {
          POOL, "io.netty.util.concurrent.ScheduledFutureTask.run", "java.util.TimerThread.mainLoop"
        });
  }

  Throwable anyMistake() {
    return anyOf(
        new Throwable[] {
          new IllegalStateException(),
          new NullPointerException(),
          new RejectedExecutionException("rejected from Pool@1[Terminated, pool size = 0]")
        });
  }

  /** Time goes on, by some milliseconds or whatever is between the two, in seconds. */
  EvidenceBuilder after(double least, double most) {
    now += least + random.nextDouble() * (most - least);
    return evidence;
  }

  EvidenceBuilder soon() {
    return after(0.000_01, 0.02);
  }

  /** An opening handshake that was not answered yet. */
  EvidenceBuilder attempt() {
    evidence = EvidenceBuilder.attempt();
    return after(0.001, chance(0.3) ? 12 : 0.2);
  }

  /** An open connection in the middle of its life. */
  EvidenceBuilder open() {
    evidence = chance(0.1) ? EvidenceBuilder.opened().frames(4) : EvidenceBuilder.opened();
    for (int i = random.nextInt(30); i > 0; i--) {
      switch (random.nextInt(10)) {
        case 0:
          caught();
          break;
        case 1:
          heartbeat(true);
          break;
        case 2:
          sent();
          break;
        default:
          received();
      }
    }
    return evidence;
  }

  /** The time of a data frame lags up to a tick behind. */
  void received() {
    after(0.01, chance(0.1) ? 40 : 2).received(now - random.nextDouble() * 0.005, 1);
    if (chance(0.7)) {
      evidence.sent(now - random.nextDouble() * 0.005, 1);
    }
  }

  void sent() {
    after(0.01, 5).sent(now, 1);
  }

  /** The application threw, and the connection lives on. */
  void caught() {
    soon()
        .add(
            now,
            FactKind.APPLICATION_FAILED,
            0,
            EvidenceBuilder.thrownIn(
                new IllegalArgumentException("caught"), "com.acme.Chat.parse", LOOP));
  }

  /** An idle event that only pings, or a ping of a timer. */
  void heartbeat(boolean answered) {
    after(1, 30);
    if (chance(0.5)) {
      evidence.add(now, FactKind.IDLE_EXPIRED, 30_000, "");
    }
    evidence.pinged(now + 0.000_1);
    if (answered) {
      after(0.001, 0.3).ponged(now);
    }
  }

  void stopNoted(String what) {
    evidence.add(now, FactKind.STOPPING, 0, what);
  }

  void jvmStops() {
    jvmStopping = true;
  }

  /** What stacks, handlers and the kernel add once the peer or the path has ended it. */
  void aftermathOfSocket() {
    if (chance(0.4)) {
      soon().called(now, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.exceptionCaught", LOOP);
    }
    if (chance(0.3)) {
      soon().closeSent(now, anyOf(1000, 1001, 1006), "Bye");
      evidence.add(now + 0.000_1, FactKind.CLOSE_NOT_SENT);
    }
    if (chance(0.3)) {
      soon().failed(now, SocketOperation.WRITE, new IOException("Broken pipe"));
    }
    aftermath();
  }

  /** What comes late after any end. */
  void aftermath() {
    if (chance(0.2)) {
      soon().failed(now, SocketOperation.WRITE, new ClosedChannelException());
    }
    if (chance(0.2)) {
      caught();
    }
    if (chance(0.3)) {
      soon().add(now, FactKind.REPORTED, anyOf(1000, 1001, 1006, 1011), "");
    }
    if (chance(0.15)) {
      after(1.2, 30);
      stopNoted("JVM shutdown");
      jvmStops();
    }
    evidence.ended(now + 0.01);
  }

  /** How the peer answers our Close frame, if at all. */
  void answered(int code) {
    if (chance(0.2)) {
      soon().ponged(now);
    }
    for (int i = chance(0.2) ? 20 : 0; i > 0; i--) {
      soon().received(now, 1);
    }
    switch (random.nextInt(4)) {
      case 0:
        soon().closeReceived(now, code, "");
        break;
      case 1:
        after(0.01, 5).eof(now);
        break;
      case 2:
        after(0.01, 5).reset(now);
        break;
      default:
        after(1, 30);
    }
    aftermath();
  }
}
