// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Sends home who says nothing. */
@ServerEndpoint(value = "/lounge/{name}", subprotocols = "chat.v1")
public class Lounge extends Guest {
  static volatile int idleMillis;

  @Override
  void settle(Session session) {
    session.setMaxIdleTimeout(idleMillis);
  }
}
