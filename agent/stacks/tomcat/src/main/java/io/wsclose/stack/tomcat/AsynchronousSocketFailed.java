// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.bootstrap.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import net.bytebuddy.asm.Advice;
import org.apache.tomcat.util.net.Nio2Channel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * {@code SocketWrapperBase#setError}: on NIO2 the first that is known of a FIN, here an {@code
 * EOFException}, and of a reset. On NIO the JDK's own channels say it. The failed call is a read,
 * as one is always pending, unless the message says that it can only have been a write.
 */
final class AsynchronousSocketFailed {
  private AsynchronousSocketFailed() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This SocketWrapperBase<?> wrapper, @Advice.Argument(0) IOException failure) {
    if (failure == null
        || failure instanceof ClosedChannelException
        || failure instanceof SocketTimeoutException) {
      return;
    }
    Object socket = wrapper.getSocket();
    if (!(socket instanceof Nio2Channel)) {
      return;
    }
    Transport transport = Recorder.transport(wrapper);
    if (failure instanceof EOFException) {
      transport.endOfStream();
    } else {
      transport.socketFailed(
          "Broken pipe".equals(failure.getMessage()) ? SocketOperation.WRITE : SocketOperation.READ,
          failure);
    }
  }
}
