// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.websocket.CloseReason;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.MessageHandler;
import javax.websocket.PongMessage;
import javax.websocket.SendResult;
import javax.websocket.Session;

/** One guest: says back what it hears, and obeys a few words. */
public final class JavaxGuest extends Endpoint {
  private static final int PUSH_SIZE = 1024;
  private static final int FLOOD_FRAMES = 1024;
  private static final int FLOOD_SIZE = 16 * 1024;

  private String name;
  private Session session;
  private Heartbeat heartbeat;

  @Override
  public void onOpen(Session opened, EndpointConfig config) {
    session = opened;
    name = session.getRequestURI().getPath();
    Log.line(name + " came in");
    Timers timers = (Timers) config.getUserProperties().get("timers");
    session.setMaxIdleTimeout(timers.idle());
    heartbeat = new Heartbeat(this::ping, this::giveUp);
    if (timers.heartbeat() > 0) {
      heartbeat.start(timers.heartbeat());
    }
    session.addMessageHandler(new Texts());
    session.addMessageHandler(new Bytes());
    session.addMessageHandler(new Pongs());
  }

  private void see(ByteBuffer payload) {
    heartbeat.heard();
    session.getAsyncRemote().sendBinary(payload);
  }

  private void hear(String text) {
    heartbeat.heard();
    try {
      obey(text);
    } catch (IOException e) {
      Log.line(name + " " + e);
    }
  }

  private void obey(String text) throws IOException {
    switch (text) {
      case "/kick":
        kick();
        break;
      case "/quit":
        quit();
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
        fault();
        break;
      default:
        session.getAsyncRemote().sendText(text);
    }
  }

  private void kick() throws IOException {
    session.close(reason(4001, "kicked by a moderator"));
  }

  private void quit() throws IOException {
    session.close();
  }

  private void fault() throws IOException {
    session.close(reason(1011, "storage is gone"));
  }

  private void giveUp() {
    try {
      session.close();
    } catch (IOException e) {
      Log.line(name + " " + e);
    }
  }

  private static CloseReason reason(int code, String phrase) {
    return new CloseReason(CloseReason.CloseCodes.getCloseCode(code), phrase);
  }

  private void ping() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does not wait for the guest to read. */
  private void flood() {
    for (int i = 0; i < FLOOD_FRAMES; i++) {
      session.getAsyncRemote().sendBinary(ByteBuffer.wrap(new byte[FLOOD_SIZE]));
    }
  }

  private void push() {
    session.getAsyncRemote().sendBinary(ByteBuffer.wrap(new byte[PUSH_SIZE]), this::pushOn);
  }

  private void pushOn(SendResult sent) {
    if (sent.isOK()) {
      Timers.in(0, this::push);
    } else {
      Log.line(name + " " + sent.getException());
    }
  }

  /** Nothing more is read before this method returns. */
  private void pushWithoutReading() throws IOException {
    while (true) {
      session.getBasicRemote().sendBinary(ByteBuffer.wrap(new byte[PUSH_SIZE]));
    }
  }

  @Override
  public void onError(Session failed, Throwable cause) {
    Log.line(name + " onError " + cause);
    // this API leaves the connection open when a method throws
    if (cause instanceof IllegalStateException) {
      giveUp();
    }
  }

  @Override
  public void onClose(Session closed, CloseReason reason) {
    heartbeat.stop();
    Log.line(name + " onClose " + reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
  }

  // the API finds out by reflection what a handler takes

  private final class Texts implements MessageHandler.Whole<String> {
    @Override
    public void onMessage(String text) {
      hear(text);
    }
  }

  private final class Bytes implements MessageHandler.Whole<ByteBuffer> {
    @Override
    public void onMessage(ByteBuffer payload) {
      see(payload);
    }
  }

  private final class Pongs implements MessageHandler.Whole<PongMessage> {
    @Override
    public void onMessage(PongMessage pong) {
      heartbeat.heard();
    }
  }
}
