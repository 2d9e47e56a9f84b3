// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WebSocketListener;
import org.eclipse.jetty.websocket.api.WebSocketPingPongListener;
import org.eclipse.jetty.websocket.api.WriteCallback;

/** One guest: says back what it hears, and obeys a few words. */
final class NativeGuest implements WebSocketListener, WebSocketPingPongListener {
  private static final int PUSH_SIZE = 1024;
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
  public void onWebSocketConnect(Session opened) {
    Log.line(name + " came in");
    session = opened;
    if (timers.idle() > 0) {
      session.setIdleTimeout(timers.idle());
    }
    heartbeat = new Heartbeat(this::ping, this::drop);
    if (timers.heartbeat() > 0) {
      heartbeat.start(timers.heartbeat());
    }
  }

  @Override
  public void onWebSocketText(String text) {
    heartbeat.heard();
    switch (text) {
      case "/kick":
        kick();
        break;
      case "/quit":
        quit();
        break;
      case "/drop":
        drop();
        break;
      case "/throw":
        throw new IllegalStateException("no such room: 42");
      case "/push":
        push();
        break;
      case "/push-deaf":
        pushWithoutReading();
        break;
      case "/flood":
        flood();
        break;
      case "/fault":
        session.close(1011, "storage is gone");
        break;
      default:
        session.getRemote().sendStringByFuture(text);
    }
  }

  private void kick() {
    session.close(4001, "kicked by a moderator");
    Timers.in(WAIT_FOR_ANSWER_MILLIS, this::drop);
  }

  private void quit() {
    session.close();
  }

  private void drop() {
    try {
      session.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ping() {
    try {
      session.getRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does not wait for the guest to read. */
  private void flood() {
    for (int i = 0; i < FLOOD_FRAMES; i++) {
      session.getRemote().sendBytesByFuture(ByteBuffer.wrap(new byte[FLOOD_SIZE]));
    }
  }

  private void push() {
    session.getRemote().sendBytes(ByteBuffer.wrap(new byte[PUSH_SIZE]), new PushOn());
  }

  /** Nothing more is read before this method returns. */
  private void pushWithoutReading() {
    try {
      while (true) {
        session.getRemote().sendBytes(ByteBuffer.wrap(new byte[PUSH_SIZE]));
      }
    } catch (IOException e) {
      Log.line(name + " " + e);
    }
  }

  @Override
  public void onWebSocketBinary(byte[] payload, int offset, int length) {
    heartbeat.heard();
    session.getRemote().sendBytesByFuture(ByteBuffer.wrap(payload, offset, length));
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    heartbeat.heard();
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    heartbeat.heard();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    Log.line(name + " onWebSocketError " + cause);
  }

  @Override
  public void onWebSocketClose(int status, String reason) {
    heartbeat.stop();
    Log.line(name + " onWebSocketClose " + status + " " + reason);
  }

  private final class PushOn implements WriteCallback {
    @Override
    public void writeSuccess() {
      Timers.in(0, NativeGuest.this::push);
    }

    @Override
    public void writeFailed(Throwable failure) {
      Log.line(name + " " + failure);
    }
  }
}
