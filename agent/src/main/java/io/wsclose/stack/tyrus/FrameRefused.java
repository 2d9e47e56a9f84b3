package io.wsclose.stack.tyrus;

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
 * <p>A Close frame without a code is legal (RFC 6455 section 5.5.1). Tyrus throws for it too, with
 * 1000 in the exception.
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
    if (frame.getOpcode() == 0x8 && frame.getPayloadLength() == 0) {
      connection.closeReceived(1005, "");
    } else {
      int status = thrown instanceof Utf8DecodingException ? 1007 : 1002;
      connection.failed(FailureOrigin.PARSER, status, thrown);
    }
  }
}
