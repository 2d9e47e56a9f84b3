// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import net.bytebuddy.asm.Advice;
import org.apache.tomcat.websocket.WsIOException;

/**
 * {@code WsFrameBase#processInputBuffer}, when it throws: before Tomcat writes its Close frame, and
 * while the bytes are still there. The code is that of the exception's {@code CloseReason}, a type
 * that javax and jakarta do not share, so it is taken from its text: {@code code [1002]} or {@code
 * CloseReason[1002,…]}. 1006 is an exception of the application, see {@link MessageFailed}; any
 * other exception is one of a write, of a pong for example, and on record already.
 */
final class FrameRefused {
  private FrameRefused() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This Object frames,
      @Advice.FieldValue("state") Object state,
      @Advice.FieldValue("opCode") byte opcode,
      @Advice.FieldValue("fin") boolean fin,
      @Advice.FieldValue("rsv") int rsv,
      @Advice.FieldValue("inputBuffer") ByteBuffer input,
      @Advice.Thrown Throwable thrown) {
    if (thrown == null) {
      return;
    }
    int code = 0;
    if (thrown instanceof WsIOException) {
      String reason = String.valueOf(PrivateField.read(thrown, "closeReason"));
      for (int i = reason.indexOf('[') + 1; i < reason.length(); i++) {
        int digit = reason.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        code = code * 10 + digit;
      }
    } else if (thrown.getCause() instanceof DataFormatException) {
      code = 1002;
    }
    if (code == 0 || code == 1006) {
      return;
    }
    Connection connection = Recorder.of(frames);
    connection.failed(code == 1009 ? FailureOrigin.LIMIT : FailureOrigin.PARSER, code, thrown);
    // refused for its first byte, or for the mask bit of its second; both or one have been read
    if (code == 1002 && String.valueOf(state).equals("NEW_FRAME") && input.position() > 0) {
      int last = input.position() - 1;
      boolean isFirst = input.get(last) == (byte) ((fin ? 0x80 : 0) | rsv << 4 | opcode);
      connection.unparsable(Preview.head(input, isFirst ? last : Math.max(0, last - 1)));
    }
  }
}
