// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Sends home who says nothing. */
@ServerEndpoint("/lounge/{guest}")
public final class Lounge extends Guest {
  @OnOpen
  public void onOpen(Session session) {
    session.setMaxIdleTimeout(ChatServer.settings().number("idle", 2_000));
  }

  @OnMessage
  public String hear(String text) {
    return text;
  }
}
