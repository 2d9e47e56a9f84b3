// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.Session;
import java.io.IOException;

/** What is the same in all rooms: it tells what it is told, and closes after an exception. */
public abstract class Guest {
  @OnClose
  public void onClose(Session session, CloseReason reason) {
    Log.line(
        nameOf(session)
            + " onClose "
            + reason.getCloseCode().getCode()
            + " "
            + reason.getReasonPhrase());
  }

  @OnError
  public void onError(Session session, Throwable failure) throws IOException {
    Log.line(nameOf(session) + " onError " + failure);
    if (session.isOpen()) {
      session.close(new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "sorry"));
    }
  }

  static String nameOf(Session session) {
    return session.getRequestURI().getPath();
  }
}
