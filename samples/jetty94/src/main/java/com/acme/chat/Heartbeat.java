// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.util.concurrent.ScheduledFuture;

/** Pings who says nothing, and gives up on who does not answer. */
final class Heartbeat implements Runnable {
  private final Runnable ping;
  private final Runnable giveUp;
  private boolean heard;
  private boolean waiting;
  private ScheduledFuture<?> timer;

  Heartbeat(Runnable ping, Runnable giveUp) {
    this.ping = ping;
    this.giveUp = giveUp;
  }

  synchronized void start(int millis) {
    timer = Timers.every(millis, this);
  }

  synchronized void heard() {
    heard = true;
    waiting = false;
  }

  synchronized void stop() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  @Override
  public synchronized void run() {
    if (waiting) {
      stop();
      giveUp.run();
    } else if (!heard) {
      waiting = true;
      ping.run();
    }
    heard = false;
  }
}
