// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Pings who says nothing, and gives up on who does not answer. */
@ServerEndpoint("/watch/{guest}")
public final class Watch extends Guest {
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean waiting;
  private volatile ScheduledFuture<?> heartbeat;

  @OnOpen
  public void onOpen(Session session) {
    int millis = ChatServer.settings().number("heartbeat", 500);
    heartbeat =
        TIMER.scheduleAtFixedRate(() -> beat(session), millis, millis, TimeUnit.MILLISECONDS);
  }

  @OnMessage
  public String hear(String text) {
    return text;
  }

  @OnMessage
  public void alive(PongMessage answer) {
    waiting = false;
  }

  @Override
  @OnClose
  public void onClose(Session session, CloseReason reason) {
    heartbeat.cancel(false);
    super.onClose(session, reason);
  }

  private void beat(Session session) {
    try {
      if (waiting) {
        heartbeat.cancel(false);
        session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "no answer"));
        return;
      }
      waiting = true;
      session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | RuntimeException e) {
      Log.line(nameOf(session) + " heartbeat failed: " + e);
      heartbeat.cancel(false);
    }
  }
}
