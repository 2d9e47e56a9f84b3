// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.websockets.core.WebSocketException;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.SocketOperation;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.channels.ClosedChannelException;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLException;
import net.bytebuddy.asm.Advice;
import org.xnio.Options;
import org.xnio.channels.ConnectedChannel;
import org.xnio.channels.ReadTimeoutException;

/**
 * {@code AbstractFramedChannel#markReadsBroken}: everything that ends reading comes here first, as
 * it was thrown. A second call brings the same wrapped, or what followed. What Undertow refuses is
 * a {@code WebSocketException}, text that is not UTF-8 or data that cannot be inflated; {@code
 * receive} brings any other RuntimeException or Error, too, and these are of this JVM.
 */
final class ReadsBroken {
  private ReadsBroken() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This ConnectedChannel channel,
      @Advice.FieldValue("closeSetter") Object key,
      @Advice.FieldValue("readsBroken") int broken,
      @Advice.Argument(0) Throwable failure)
      throws IOException {
    // the frame after a Close, or a local close
    if (broken != 0 || failure == null || failure instanceof ClosedChannelException) {
      return;
    }
    Connection connection = Recorder.of(key);
    if (!connection.isKnown()) {
      return;
    }
    if (failure instanceof UnsupportedEncodingException) {
      connection.failed(FailureOrigin.PARSER, 1007, failure);
    } else if (failure.getCause() instanceof DataFormatException) {
      connection.failed(FailureOrigin.PARSER, 1007, failure);
    } else if (failure instanceof WebSocketException) {
      connection.failed(FailureOrigin.PARSER, 1002, failure);
    } else if (!(failure instanceof IOException)) {
      connection.failed(FailureOrigin.APPLICATION, 0, failure);
    } else if (failure instanceof ReadTimeoutException) {
      Integer limit = channel.getOption(Options.READ_TIMEOUT);
      connection.transport().idleExpired(limit == null ? 0 : limit);
    } else if (failure instanceof SSLException) {
      connection.transport().tlsFailed(failure);
    } else {
      connection.transport().socketFailed(SocketOperation.READ, failure);
    }
  }
}
