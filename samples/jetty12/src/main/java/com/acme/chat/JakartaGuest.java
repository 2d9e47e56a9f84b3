// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** One guest: says back what it hears, and obeys a few words. */
public final class JakartaGuest extends Endpoint {
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
    session.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::hear);
    session.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) this::see);
    session.addMessageHandler(
        PongMessage.class, (MessageHandler.Whole<PongMessage>) pong -> heartbeat.heard());
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
      case "/kick" -> kick();
      case "/quit" -> quit();
      case "/throw" -> throw new IllegalStateException("no such room: 42");
      case "/push" -> push();
      case "/push-deaf" -> pushWithoutReading();
      case "/flood" -> flood();
      case "/fault" -> fault();
      default -> session.getAsyncRemote().sendText(text);
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
  }

  @Override
  public void onClose(Session closed, CloseReason reason) {
    heartbeat.stop();
    Log.line(name + " onClose " + reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
  }
}
