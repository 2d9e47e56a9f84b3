// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What a room does with who says nothing; 0 stands for nothing. */
final class Timers {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "clock");
            thread.setDaemon(true);
            return thread;
          });

  private final int idle;
  private final int heartbeat;

  private Timers(int idle, int heartbeat) {
    this.idle = idle;
    this.heartbeat = heartbeat;
  }

  static Timers none() {
    return new Timers(0, 0);
  }

  static Timers idle(int millis) {
    return new Timers(millis, 0);
  }

  static Timers heartbeat(int millis) {
    return new Timers(0, millis);
  }

  int idle() {
    return idle;
  }

  int heartbeat() {
    return heartbeat;
  }

  static ScheduledFuture<?> every(int millis, Runnable task) {
    return CLOCK.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
  }

  static void in(int millis, Runnable task) {
    CLOCK.schedule(task, millis, TimeUnit.MILLISECONDS);
  }
}
