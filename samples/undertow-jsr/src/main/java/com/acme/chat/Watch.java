// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnMessage;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Pings each guest, and gives up on who did not answer by the next time. */
@ServerEndpoint(value = "/watch/{name}", subprotocols = "chat.v1")
public class Watch extends Guest {
  static volatile int beatMillis;

  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean waiting;
  private volatile Future<?> beats;

  @Override
  void settle(Session session) {
    beats =
        TIMER.scheduleAtFixedRate(
            () -> beat(session), beatMillis, beatMillis, TimeUnit.MILLISECONDS);
  }

  @OnMessage
  public void onPong(PongMessage pong) {
    waiting = false;
  }

  private void beat(Session session) {
    try {
      if (!session.isOpen()) {
        beats.cancel(false);
      } else if (waiting) {
        session.close(new CloseReason(CloseCodes.GOING_AWAY, "are you there?"));
      } else {
        waiting = true;
        session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
      }
    } catch (IOException | IllegalStateException failure) {
      Log.line("no heartbeat: " + failure);
    }
  }
}
