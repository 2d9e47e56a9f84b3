// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.ClosePayload;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code WsRemoteEndpointImplBase#writeHeader}: once a frame, by whichever thread sends it, right
 * before it is written or put into the batch. The payload is as on the wire, after
 * permessage-deflate. All Close frames pass here, Tomcat's own included; whether one left, {@link
 * CloseFrameFailed} says.
 */
final class FrameSent {
  private FrameSent() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) Object headerBuffer,
      @Advice.Argument(1) boolean fin,
      @Advice.Argument(2) int rsv,
      @Advice.Argument(3) byte type,
      @Advice.Argument(5) ByteBuffer payload,
      @Advice.Argument(7) boolean first) {
    Connection connection = Recorder.of(headerBuffer);
    if (!connection.isKnown()) {
      return;
    }
    // a continuation has the type of its message here
    int opcode = first ? type : 0;
    byte[] ping = opcode == 0x9 ? Preview.of(payload, PingPayload.MAX_LENGTH) : null;
    connection.frameSent(opcode, fin, rsv, payload.remaining(), ping);
    if (opcode < 0x8 && connection.previewBytes() > 0) {
      connection.previewSent(Preview.of(payload, connection.previewBytes()));
    }
    if (opcode == 0x8) {
      byte[] body = Preview.of(payload, payload.remaining());
      connection.closeSent(ClosePayload.code(body), ClosePayload.reason(body));
    }
  }
}
