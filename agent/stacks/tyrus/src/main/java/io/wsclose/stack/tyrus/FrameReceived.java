// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.ReservedBits;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.glassfish.tyrus.core.ProtocolHandler;
import org.glassfish.tyrus.core.WebSocketException;
import org.glassfish.tyrus.core.frame.Frame;

/**
 * {@code ProtocolHandler#unframe}: one call yields at most one frame, before extensions work on it.
 * It refuses what the header alone shows; the rest is refused later, see {@link FrameRefused}, when
 * these bytes are no longer at hand.
 */
final class FrameReceived {
  private FrameReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(@Advice.Argument(0) ByteBuffer in) {
    return in.position();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This ProtocolHandler handler,
      @Advice.Argument(0) ByteBuffer in,
      @Advice.Enter int start,
      @Advice.Return Frame frame,
      @Advice.Thrown Throwable thrown) {
    if (frame == null && thrown == null) {
      return;
    }
    Connection connection = Recorder.of(handler);
    if (!connection.isKnown()) {
      return;
    }
    boolean refused = thrown != null;
    if (frame != null) {
      int opcode = frame.getOpcode();
      int rsv = ReservedBits.of(frame.isRsv1(), frame.isRsv2(), frame.isRsv3());
      byte[] pong = opcode == 0xa ? frame.getPayloadData() : null;
      connection.frameReceived(opcode, frame.isFin(), rsv, frame.getPayloadLength(), pong);
      // unmasked already
      if (opcode < 0x8 && connection.previewBytes() > 0) {
        ByteBuffer payload = ByteBuffer.wrap(frame.getPayloadData());
        connection.previewReceived(Preview.of(payload, connection.previewBytes()));
      }
      // opcodes 3 to 7 and 11 to 15 are reserved (RFC 6455 section 5.2)
      refused = rsv != 0 && !handler.hasExtensions() || (opcode & 0x7) > 2;
    }
    if (thrown instanceof WebSocketException) {
      connection.failed(FailureOrigin.PARSER, 1002, thrown);
    }
    if (refused) {
      connection.unparsable(Preview.head(in, start));
    }
  }
}
