// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;

/**
 * {@code WriteFlusher#flush}: returns what the endpoint did not take, null if it took all. It is
 * called for what is new, and then when the socket takes more. The endpoint beneath TLS, which
 * stands for the same connection, has other bytes. The buffers are the last parameter: of one in
 * 9.4, of two in 12.
 */
final class WrittenInPart {
  private WrittenInPart() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("_endPoint") EndPoint endPoint,
      @Advice.Argument(0) Object first,
      @Advice.Argument(value = 1, optional = true) Object second,
      @Advice.Return ByteBuffer[] rest,
      @Advice.Thrown Throwable thrown) {
    if (rest == null && thrown == null) {
      return;
    }
    Connection connection = Recorder.of(endPoint);
    if (!connection.isKnown()
        || endPoint
            .getConnection()
            .getClass()
            .getName()
            .equals("org.eclipse.jetty.io.ssl.SslConnection")) {
      return;
    }
    long left = 0;
    for (ByteBuffer buffer : (ByteBuffer[]) (second == null ? first : second)) {
      left += buffer.remaining();
    }
    if (thrown == null) {
      connection.writtenInPart(true, left);
    } else {
      connection.writeFailed(left);
    }
  }
}
