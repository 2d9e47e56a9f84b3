// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Transport;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.channels.ClosedChannelException;
import net.bytebuddy.asm.Advice;

/**
 * The common {@code AbstractUnsafe#close(promise, cause, ...)}, on the event loop, while the
 * outbound buffer still shows what was not written. Lines without {@code handleWriteError} (4.1.50)
 * bring a failed write only here.
 *
 * <p>{@code ChannelOutboundBuffer#remove} completes the promise of a buffer that was written before
 * it subtracts the buffer from the total, and {@code removeBytes} does so for one buffer of a
 * gathering write after the other. A listener that closes the channel then comes here while buffers
 * that left are still counted.
 */
final class TransportClosing {
  private TransportClosing() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("this$0") Channel channel,
      @Advice.FieldValue("outboundBuffer") ChannelOutboundBuffer unwritten,
      @Advice.Argument(1) Throwable cause)
      throws IllegalAccessException {
    Transport transport = Recorder.transport(channel);
    if (!transport.isKnown()) {
      return;
    }
    if (cause instanceof IOException && !(cause instanceof ClosedChannelException)) {
      transport.socketFailed(SocketOperation.WRITE, cause);
    }
    if (channel.eventLoop().isShuttingDown()) {
      transport.stopping("event loop");
    }
    Connection connection = Recorder.of(channel);
    if (unwritten == null || !connection.isKnown()) {
      return;
    }
    boolean removing = false;
    if (unwritten.totalPendingWriteBytes() > 0) {
      for (StackTraceElement call : new Throwable().getStackTrace()) {
        removing |=
            call.getClassName().endsWith(".ChannelOutboundBuffer")
                && (call.getMethodName().equals("remove")
                    || call.getMethodName().equals("removeBytes"));
      }
    }
    long held = 0;
    if (!removing && unwritten.totalPendingWriteBytes() > 0) {
      Object entry = PrivateField.read(unwritten, "flushedEntry");
      entry = entry == null ? PrivateField.read(unwritten, "unflushedEntry") : entry;
      Field message = entry == null ? null : PrivateField.of(entry.getClass(), "msg");
      Field next = entry == null ? null : PrivateField.of(entry.getClass(), "next");
      if (message == null || next == null) {
        // an entry counts for 96 bytes more than it has
        held = unwritten.totalPendingWriteBytes() - 96L * unwritten.size();
      } else {
        for (int i = 0; entry != null && i < 0x10000; i++) {
          Object buffer = message.get(entry);
          held += buffer instanceof ByteBuf ? ((ByteBuf) buffer).readableBytes() : 0;
          entry = next.get(entry);
        }
        // so many that the rest is not worth the event loop's time
        held = entry == null ? held : Math.max(held, unwritten.totalPendingWriteBytes());
      }
    }
    connection.neverLeft(0, held);
  }
}
