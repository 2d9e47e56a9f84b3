// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;

/** Somebody in a room where nothing is said. */
public final class Visitor extends Endpoint {
  @Override
  public void onOpen(Session session, EndpointConfig config) {
    Log.line(session.getRequestURI().getPath() + " onOpen");
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Log.line(
        session.getRequestURI().getPath()
            + " onClose "
            + reason.getCloseCode().getCode()
            + " "
            + reason.getReasonPhrase());
  }
}
