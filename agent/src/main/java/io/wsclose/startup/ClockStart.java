package io.wsclose.startup;

import io.wsclose.bootstrap.CoarseClock;

/** Starts the clock of the frames, which a JVM without WebSockets need not pay for. */
final class ClockStart implements Runnable {
  @Override
  public void run() {
    CoarseClock.start();
  }
}
