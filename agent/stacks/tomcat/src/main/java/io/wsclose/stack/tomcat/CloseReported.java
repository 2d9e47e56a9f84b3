// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsSession#fireEndpointOnClose}: once a session, what the endpoint's {@code onClose} gets.
 * The {@code CloseReason} is a type that javax and jakarta do not share, so its code is taken from
 * its text: {@code code [1006]} or {@code CloseReason[1006,…]}.
 */
final class CloseReported {
  private CloseReported() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object session, @Advice.Argument(0) Object closeReason) {
    Connection connection = Recorder.of(session);
    if (!connection.isKnown()) {
      return;
    }
    String text = String.valueOf(closeReason);
    int code = 0;
    for (int i = text.indexOf('[') + 1; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      code = code * 10 + digit;
    }
    Object phrase = PrivateField.read(closeReason, "reasonPhrase");
    if (code != 0) {
      connection.reported(code, phrase instanceof String ? (String) phrase : "");
    }
  }
}
