package io.wsclose.stack.undertow;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;
import org.xnio.StreamConnection;

/**
 * {@code AbstractFramedChannel#supportsOption}: hardly anybody asks, and {@link FrameReceived} does
 * for the sake of this hook, when it meets a channel that was open before the agent came.
 */
final class ChannelLinked {
  private ChannelLinked() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("closeSetter") Object key,
      @Advice.FieldValue("channel") StreamConnection transport,
      @Advice.FieldValue("idleTimeoutConduit") Object conduit) {
    if (Recorder.of(key).isKnown()) {
      Recorder.alias(key, transport);
      Recorder.alias(key, conduit);
      transport.getLocalAddress();
      transport.getSourceChannel().getConduit().getWorker();
    }
  }
}
