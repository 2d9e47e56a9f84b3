// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/**
 * Constructor of {@code AbstractFramedChannel}. From here on the channel's close setter stands for
 * the connection: frames are parsed with the channel's own monitor held, which makes its identity
 * hash slow, and its attributes sit in a synchronized map; the setter lives as long as the channel
 * and nobody locks it.
 */
final class ChannelMade {
  private ChannelMade() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This Object channel,
      @Advice.Argument(0) Object transport,
      @Advice.FieldValue("closeSetter") Object key,
      @Advice.FieldValue("idleTimeoutConduit") Object conduit) {
    if (channel instanceof WebSocketChannel) {
      Recorder.link(transport, key);
      Recorder.link(transport, conduit);
      Recorder.of(transport).codecInPlace();
    }
  }
}
