package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.nio.charset.StandardCharsets;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.frame.CloseFrame;

/**
 * {@code TyrusWebSocket#onClose}: the first call is what the endpoint's {@code onClose} gets. The
 * frame is seldom one of the wire: 1006 stands in it where nothing came, and 1000 for an empty one.
 */
final class CloseReported {
  private CloseReported() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object socket, @Advice.Argument(0) CloseFrame frame) {
    Connection connection = Recorder.of(socket);
    if (!connection.isKnown()) {
      return;
    }
    byte[] body = frame.getPayloadData();
    boolean hasCode = body.length >= 2;
    connection.reported(
        hasCode ? (body[0] & 0xff) << 8 | body[1] & 0xff : 1005,
        hasCode ? new String(body, 2, body.length - 2, StandardCharsets.UTF_8) : "");
  }
}
