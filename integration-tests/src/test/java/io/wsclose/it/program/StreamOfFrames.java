// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * One frame of a client, decoded on a channel that is no {@code AbstractChannel}, as the streams of
 * an HTTP/2 connection are. The channel stays, as a stream that is open.
 */
final class StreamOfFrames {
  private static final byte[] EMPTY_MASKED_TEXT = {(byte) 0x81, (byte) 0x80, 1, 2, 3, 4};
  private static final List<Channel> OPEN = new ArrayList<>();

  private final ChannelHandlerContext real;
  private final Channel stream;
  private boolean frameDecoded;

  StreamOfFrames(ChannelHandlerContext real) {
    this.real = real;
    this.stream = proxy(Channel.class, (method, args) -> method.invoke(real.channel(), args));
    OPEN.add(stream);
  }

  boolean isFrameDecoded() {
    try {
      new WebSocket13FrameDecoder(true, false, 1024)
          .channelRead(
              proxy(ChannelHandlerContext.class, this::called),
              Unpooled.wrappedBuffer(EMPTY_MASKED_TEXT));
      return frameDecoded;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object called(Method method, Object[] args) throws ReflectiveOperationException {
    if (method.getName().equals("channel")) {
      return stream;
    }
    if (method.getName().equals("fireChannelRead")) {
      frameDecoded |= args[0] instanceof WebSocketFrame;
      ReferenceCountUtil.release(args[0]);
      return null;
    }
    return method.invoke(real, args);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> answers.to(method, args)));
  }

  private interface Answers {
    Object to(Method method, Object[] args) throws ReflectiveOperationException;
  }
}
