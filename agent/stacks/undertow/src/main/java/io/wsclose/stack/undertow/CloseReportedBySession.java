// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Recorder;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bytebuddy.asm.Advice;

/**
 * {@code UndertowSession#closeInternal}, whose first call tells the endpoint's {@code onClose}: the
 * code of the Close frame that Undertow wrote or tried to write, but 1006 unless the peer's frame
 * or the application began (JSR 356 section 2.1.5), with 1008 and 1009 excepted.
 */
final class CloseReportedBySession {
  private CloseReportedBySession() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static boolean enter(@Advice.FieldValue("closed") AtomicBoolean closed) {
    return !closed.get();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("webSocketChannel") WebSocketChannel channel,
      @Advice.FieldValue("localClose") boolean local,
      @Advice.Enter boolean first) {
    int code = channel.getCloseCode();
    boolean asked = local || channel.isCloseInitiatedByRemotePeer();
    // then it is the code of the argument, of a type that javax and jakarta do not share
    boolean fromArgument = code == -1 && asked;
    if (first && !fromArgument) {
      Recorder.of(channel.getCloseSetter())
          .reported(asked || code == 1008 || code == 1009 ? code : 1006, channel.getCloseReason());
    }
  }
}
