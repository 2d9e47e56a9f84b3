// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One guest: says back what it hears, and obeys a few words. */
@ServerEndpoint(value = "/chat/{guest}", subprotocols = "chat.v1")
public final class Chat extends Guest {
  private static final int MAX_MESSAGE = 64 * 1024;
  private static final int PUSH_SIZE = 1024;
  private static final int FLOOD_FRAMES = 1024;
  private static final int FLOOD_SIZE = 16 * 1024;

  @OnOpen
  public void onOpen(Session session) {
    String subprotocol = session.getNegotiatedSubprotocol();
    Log.line(
        nameOf(session) + " came in" + (subprotocol.isEmpty() ? "" : ", speaks " + subprotocol));
  }

  @OnMessage(maxMessageSize = MAX_MESSAGE)
  public void take(Session session, ByteBuffer bytes) throws IOException {
    session.getBasicRemote().sendBinary(bytes);
  }

  @OnMessage(maxMessageSize = MAX_MESSAGE)
  public void hear(Session session, String text) throws IOException {
    switch (text) {
      case "/kick":
        kick(session);
        break;
      case "/quit":
        quit(session);
        break;
      case "/throw":
        throw new IllegalStateException("no such room: 42");
      case "/push":
        new Thread(() -> push(session), "push").start();
        break;
      case "/push-deaf":
        // Grizzly reads no further while a message is being handled
        push(session);
        break;
      case "/flood":
        flood(session);
        break;
      case "/fault":
        session.close(
            new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "storage is gone"));
        break;
      default:
        session.getBasicRemote().sendText(text);
    }
  }

  private static void kick(Session session) throws IOException {
    session.close(
        new CloseReason(CloseReason.CloseCodes.getCloseCode(4001), "kicked by a moderator"));
  }

  /** Leaves it to Tyrus what to tell the peer. */
  private static void quit(Session session) throws IOException {
    session.close();
  }

  /** Does not wait for the guest to read. */
  private static void flood(Session session) {
    for (int i = 0; i < FLOOD_FRAMES; i++) {
      session.getAsyncRemote().sendBinary(ByteBuffer.wrap(new byte[FLOOD_SIZE]));
    }
  }

  private static void push(Session session) {
    try {
      while (session.isOpen()) {
        session.getBasicRemote().sendBinary(ByteBuffer.wrap(new byte[PUSH_SIZE]));
      }
    } catch (IOException | RuntimeException e) {
      Log.line(nameOf(session) + " push failed: " + e);
    }
  }
}
