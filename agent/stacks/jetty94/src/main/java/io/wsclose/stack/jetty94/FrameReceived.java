// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.ReservedBits;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.websocket.api.WebSocketBehavior;
import org.eclipse.jetty.websocket.api.WebSocketPolicy;
import org.eclipse.jetty.websocket.api.extensions.Frame;

/** {@code Parser#notifyFrame}: a whole frame as on the wire but unmasked, before extensions. */
final class FrameReceived {
  private FrameReceived() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object parser,
      @Advice.FieldValue("policy") WebSocketPolicy policy,
      @Advice.Argument(0) Frame frame) {
    int rsv = ReservedBits.of(frame.isRsv1(), frame.isRsv2(), frame.isRsv3());
    Connection connection = Recorder.of(parser);
    // this very method refuses it next
    if (frame.getOpCode() == 0x8
        && !frame.isMasked()
        && policy.getBehavior() == WebSocketBehavior.SERVER) {
      byte[] code = Preview.of(frame.getPayload(), 2);
      if (code.length == 2) {
        connection.unparsable(
            new byte[] {(byte) 0x88, (byte) frame.getPayloadLength(), code[0], code[1]});
        return;
      }
    }
    byte[] pong =
        frame.getOpCode() == 0xa ? Preview.of(frame.getPayload(), PingPayload.MAX_LENGTH) : null;
    connection.frameReceived(frame.getOpCode(), frame.isFin(), rsv, frame.getPayloadLength(), pong);
    if (frame.getOpCode() < 0x8 && connection.previewBytes() > 0) {
      connection.previewReceived(Preview.of(frame.getPayload(), connection.previewBytes()));
    }
  }
}
