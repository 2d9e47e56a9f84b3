// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * The transports' reaction to the peer's FIN. It also runs after a failed read: by then the failure
 * is on record, and the earlier fact counts.
 */
final class StreamEnded {
  private StreamEnded() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("this$0") Channel channel) {
    if (channel.isOpen()) {
      Recorder.transport(channel).endOfStream();
    }
  }
}
