// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One guest: says back what it hears, and obeys a few words. */
public final class NativeGuest implements Session.Listener {
  private static final int PUSH_SIZE = 1024;
  private static final int NAP_MILLIS = 4_000;
  private static final int FLOOD_FRAMES = 1024;
  private static final int FLOOD_SIZE = 16 * 1024;
  private static final int WAIT_FOR_ANSWER_MILLIS = 1_000;

  private final String name;
  private final Timers timers;
  private Session session;
  private Heartbeat heartbeat;

  NativeGuest(String name, Timers timers) {
    this.name = name;
    this.timers = timers;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    Log.line(name + " came in");
    session = opened;
    if (timers.idle() > 0) {
      session.setIdleTimeout(Duration.ofMillis(timers.idle()));
    }
    heartbeat =
        new Heartbeat(
            () -> session.sendPing(ByteBuffer.allocate(0), Callback.NOOP), session::disconnect);
    if (timers.heartbeat() > 0) {
      heartbeat.start(timers.heartbeat());
    }
    session.demand();
  }

  @Override
  public void onWebSocketText(String text) {
    heartbeat.heard();
    if (text.equals("/push-deaf")) {
      push();
      return;
    }
    hear(text);
    session.demand();
  }

  private void hear(String text) {
    switch (text) {
      case "/kick" -> kick();
      case "/quit" -> quit();
      case "/drop" -> drop();
      case "/throw" -> throw new IllegalStateException("no such room: 42");
      case "/push" -> push();
      case "/flood" -> flood();
      case "/fault" -> session.close(1011, "storage is gone", Callback.NOOP);
      case "/exit" -> System.exit(0);
      case "/nap" -> Grace.nap(NAP_MILLIS);
      default -> session.sendText(text, Callback.NOOP);
    }
  }

  private void kick() {
    session.close(4001, "kicked by a moderator", Callback.NOOP);
    Timers.in(WAIT_FOR_ANSWER_MILLIS, session::disconnect);
  }

  private void quit() {
    session.close();
  }

  private void drop() {
    session.disconnect();
  }

  /** Does not wait for the guest to read. */
  private void flood() {
    for (int i = 0; i < FLOOD_FRAMES; i++) {
      session.sendBinary(ByteBuffer.wrap(new byte[FLOOD_SIZE]), Callback.NOOP);
    }
  }

  private void push() {
    session.sendBinary(
        ByteBuffer.wrap(new byte[PUSH_SIZE]),
        Callback.from(() -> Timers.in(0, this::push), failure -> Log.line(name + " " + failure)));
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    heartbeat.heard();
    session.sendBinary(payload, Callback.from(callback::succeed, callback::fail));
    session.demand();
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    heartbeat.heard();
    session.demand();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    Log.line(name + " onWebSocketError " + cause);
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    heartbeat.stop();
    Log.line(name + " onWebSocketClose " + status + " " + reason);
    callback.succeed();
  }
}
