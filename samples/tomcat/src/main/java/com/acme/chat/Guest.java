// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One guest: says back what it hears, and obeys a few words. */
public abstract class Guest {
  private static final int MAX_MESSAGE = 64 * 1024;
  private static final int PUSH_SIZE = 1024;
  private static final int FLOOD_FRAMES = 1024;
  private static final int FLOOD_SIZE = 16 * 1024;
  private static final int MODERATED = 4001;
  private static final long CLOSE_MILLIS = 2_000;

  @OnOpen
  public void onOpen(Session session) {
    String subprotocol = session.getNegotiatedSubprotocol();
    Log.line(name(session) + " came in" + (subprotocol.isEmpty() ? "" : ", speaks " + subprotocol));
    // a guest that does not answer a Close frame is not waited for for half a minute
    session
        .getUserProperties()
        .put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", CLOSE_MILLIS);
    settle(session);
  }

  /** The rules of the room. */
  void settle(Session session) {}

  @OnMessage(maxMessageSize = MAX_MESSAGE)
  public void onText(Session session, String text) throws IOException {
    switch (text) {
      case "/kick" -> kick(session);
      case "/quit" -> quit(session);
      case "/throw" -> throw new IllegalStateException("no such room: 42");
      case "/push" -> push(session);
      case "/push-deaf" -> pushDeaf(session);
      case "/flood" -> flood(session);
      case "/fault" ->
          session.close(new CloseReason(CloseCodes.UNEXPECTED_CONDITION, "storage is gone"));
      default -> session.getBasicRemote().sendText(text);
    }
  }

  @OnMessage(maxMessageSize = MAX_MESSAGE)
  public void onBinary(Session session, ByteBuffer data) throws IOException {
    session.getBasicRemote().sendBinary(data);
  }

  private static void kick(Session session) throws IOException {
    session.close(new CloseReason(() -> MODERATED, "kicked by a moderator"));
  }

  private static void quit(Session session) throws IOException {
    session.close();
  }

  /** Tomcat reads nothing more from this guest while the method runs. */
  private static void pushDeaf(Session session) {
    try {
      while (session.isOpen()) {
        session.getBasicRemote().sendBinary(ByteBuffer.allocate(PUSH_SIZE));
      }
    } catch (IOException | IllegalStateException failure) {
      Log.line("could not push: " + failure);
    }
  }

  /** As much as the guest reads, and then waits for it. */
  private static void flood(Session session) {
    try {
      for (int i = 0; i < FLOOD_FRAMES; i++) {
        session.getBasicRemote().sendBinary(ByteBuffer.allocate(FLOOD_SIZE));
      }
    } catch (IOException | IllegalStateException failure) {
      Log.line("could not flood: " + failure);
    }
  }

  private static void push(Session session) {
    session
        .getAsyncRemote()
        .sendBinary(ByteBuffer.allocate(PUSH_SIZE), result -> pushOn(session, result));
  }

  private static void pushOn(Session session, SendResult result) {
    if (result.isOK()) {
      push(session);
    } else {
      Log.line("could not push: " + result.getException());
    }
  }

  @OnError
  public void onError(Session session, Throwable failure) throws IOException {
    Log.line(name(session) + " onError " + failure);
    session.close(new CloseReason(CloseCodes.UNEXPECTED_CONDITION, "sorry"));
  }

  @OnClose
  public void onClose(Session session, CloseReason reason) {
    Log.line(
        name(session)
            + " onClose "
            + reason.getCloseCode().getCode()
            + " "
            + reason.getReasonPhrase());
  }

  private static String name(Session session) {
    return session.getRequestURI().getPath();
  }
}
