// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.ClosePayload;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.Utf8DecodingException;
import org.glassfish.tyrus.core.WebSocketException;
import org.glassfish.tyrus.core.frame.Frame;

/**
 * {@code ProtocolHandler#process}: what it throws, no endpoint is told.
 *
 * <p>Two kinds of Close frame are legal on the wire and refused by Tyrus: one without a code (RFC
 * 6455 section 5.5.1), for which it throws with 1000 in the exception, and to a server 1012 and
 * 1013 of the IANA registry.
 */
final class FrameRefused {
  private FrameRefused() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This Object handler,
      @Advice.Argument(0) Frame frame,
      @Advice.Thrown Throwable thrown) {
    if (!(thrown instanceof WebSocketException)) {
      return;
    }
    Connection connection = Recorder.of(handler);
    if (frame.getOpcode() == 0x8) {
      byte[] body = frame.getPayloadData();
      if (body.length == 0) {
        connection.closeReceived(1005, "");
        return;
      }
      int code = ClosePayload.code(body);
      if (code == 1012 || code == 1013) {
        connection.closeReceived(code, ClosePayload.reason(body));
      }
    }
    int status = thrown instanceof Utf8DecodingException ? 1007 : 1002;
    connection.failed(FailureOrigin.PARSER, status, thrown);
  }
}
