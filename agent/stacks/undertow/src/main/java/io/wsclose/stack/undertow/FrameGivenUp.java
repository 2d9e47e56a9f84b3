// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.server.protocol.framed.SendFrameHeader;
import io.undertow.websockets.core.StreamSinkFrameChannel;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractFramedStreamSinkChannel#markBroken}: called for each frame that still waits when
 * the connection closes. One without a header has not come to {@link FrameSent}. HTTP/2 has frames
 * of this kind, too.
 */
final class FrameGivenUp {
  private FrameGivenUp() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object frame,
      @Advice.FieldValue("broken") boolean again,
      @Advice.FieldValue("header") SendFrameHeader header) {
    if (again || header == null || !(frame instanceof StreamSinkFrameChannel)) {
      return;
    }
    StreamSinkFrameChannel waiting = (StreamSinkFrameChannel) frame;
    Connection connection = Recorder.of(waiting.getWebSocketChannel().getCloseSetter());
    if (connection.isKnown()) {
      ByteBuffer head = header.getByteBuffer().getBuffer();
      if (head.position() == 0) {
        connection.neverLeft(1, 0);
      } else {
        connection.neverLeft(0, head.remaining() + waiting.getBuffer().remaining());
      }
    }
  }
}
