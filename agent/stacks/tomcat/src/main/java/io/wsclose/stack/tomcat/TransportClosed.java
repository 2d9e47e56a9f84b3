// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * {@code doClose} of the connector's socket wrapper: exactly once a connection, by whatever thread.
 * A write that is under way ends with it.
 */
final class TransportClosed {
  private TransportClosed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object wrapper, @Advice.FieldValue("writeOperation") Object operation) {
    Connection connection = Recorder.of(wrapper);
    if (!connection.isKnown()) {
      return;
    }
    Object buffers = PrivateField.read(operation, "buffers");
    if (buffers instanceof ByteBuffer[]) {
      long left = 0;
      for (ByteBuffer buffer : (ByteBuffer[]) buffers) {
        left += buffer.remaining();
      }
      // of a frame of which the header is whole nothing left
      boolean whole = ((ByteBuffer[]) buffers)[0].position() == 0;
      if (left > 0) {
        connection.neverLeft(whole ? 1 : 0, whole ? 0 : left);
      }
    }
    Recorder.transport(wrapper).ended();
  }
}
