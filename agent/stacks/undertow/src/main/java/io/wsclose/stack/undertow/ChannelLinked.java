// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.websockets.core.WebSocketChannel;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import net.bytebuddy.asm.Advice;
import org.xnio.StreamConnection;

/**
 * {@code AbstractFramedChannel#supportsOption}: hardly anybody asks, and {@link FrameReceived} does
 * for the sake of this hook, when it meets a channel that it does not know: the connection below
 * says whether it was open before the agent came, or {@link ChannelMade} is missing in this
 * version.
 */
final class ChannelLinked {
  private ChannelLinked() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Object framed,
      @Advice.FieldValue("closeSetter") Object key,
      @Advice.FieldValue("channel") StreamConnection transport,
      @Advice.FieldValue("idleTimeoutConduit") Object conduit) {
    if (!(framed instanceof WebSocketChannel) || Recorder.of(key).isKnown()) {
      return;
    }
    WebSocketChannel channel = (WebSocketChannel) framed;
    if (channel.isClient()) {
      return;
    }
    if (!Recorder.of(transport).isKnown()) {
      Recorder.openedBefore(
          transport,
          new Upgrade(
                  UndertowStack.NAME,
                  HttpServerExchange.class,
                  Role.SERVER,
                  channel.getUrl(),
                  channel.isSecure(),
                  Headers.none())
              .between(channel.getLocalAddress(), channel.getPeerAddress()));
      transport.getLocalAddress();
      transport.getSourceChannel().getConduit().getWorker();
    }
    Recorder.link(transport, key);
    Recorder.link(transport, conduit);
  }
}
