// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketMessages;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import java.io.IOException;
import net.bytebuddy.asm.Advice;

/**
 * {@code AbstractReceiveListener#countPing} (2.4): at most 300 pings a minute unless configured
 * otherwise. It writes a Close 1008 before it throws, so what it is going to throw is told on the
 * way in.
 */
final class TooManyPings {
  private TooManyPings() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) WebSocketChannel channel,
      @Advice.FieldValue("maxCountInWindow") int limit,
      @Advice.FieldValue("countInWindow") int count,
      @Advice.FieldValue("windowTStampThreshold") long windowEnd) {
    if (limit != -1 && count > limit && System.currentTimeMillis() <= windowEnd) {
      Recorder.of(channel.getCloseSetter())
          .failed(
              FailureOrigin.LIMIT,
              1008,
              new IOException(WebSocketMessages.MESSAGES.tooManyPings(count + 1)));
    }
  }
}
