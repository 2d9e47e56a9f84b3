// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Pings a guest, and gives up if there was no answer by the next time. */
final class Heartbeat {
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  private final WebSocketChannel channel;
  private volatile boolean waiting;

  private Heartbeat(WebSocketChannel channel) {
    this.channel = channel;
  }

  static void start(WebSocketChannel channel, int millis) {
    Heartbeat heartbeat = new Heartbeat(channel);
    channel.setAttribute("heartbeat", heartbeat);
    Future<?> beats =
        TIMER.scheduleAtFixedRate(heartbeat::beat, millis, millis, TimeUnit.MILLISECONDS);
    channel.addCloseTask(closed -> beats.cancel(false));
  }

  /** The guest answered. */
  static void heard(WebSocketChannel channel) {
    Object heartbeat = channel.getAttribute("heartbeat");
    if (heartbeat instanceof Heartbeat) {
      ((Heartbeat) heartbeat).waiting = false;
    }
  }

  private void beat() {
    if (!waiting) {
      waiting = true;
      WebSockets.sendPing(ByteBuffer.allocate(0), channel, null);
      return;
    }
    try {
      channel.close();
    } catch (IOException failure) {
      Log.line("could not close: " + failure);
    }
  }
}
