package io.wsclose.stack.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import net.bytebuddy.asm.Advice;

/**
 * The common {@code AbstractUnsafe#close(promise, cause, ...)}, on the event loop, while the
 * outbound buffer still tells what was not written. Lines without {@code handleWriteError} (4.1.50)
 * bring a failed write only here.
 */
final class TransportClosing {
  private TransportClosing() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("this$0") Channel channel,
      @Advice.FieldValue("outboundBuffer") ChannelOutboundBuffer unwritten,
      @Advice.Argument(1) Throwable cause) {
    Connection connection = Recorder.of(channel);
    if (!connection.isKnown()) {
      return;
    }
    if (cause instanceof IOException && !(cause instanceof ClosedChannelException)) {
      connection.socketFailed(SocketOperation.WRITE, cause);
    }
    if (unwritten != null && unwritten.totalPendingWriteBytes() > 0) {
      connection.closeNotSent();
    }
    if (channel.eventLoop().isShuttingDown()) {
      connection.stopping("event loop");
    }
  }
}
