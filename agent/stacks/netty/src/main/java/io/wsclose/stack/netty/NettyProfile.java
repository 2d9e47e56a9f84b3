// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.netty;

import io.wsclose.stack.StackProfile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What Netty 4.1 and 4.2 call their settings, exceptions and timers. */
final class NettyProfile implements StackProfile {
  @Override
  public String messageSizeSetting() {
    return "maxFramePayloadLength of WebSocketServerProtocolConfig or WebSocketDecoderConfig, and"
        + " maxContentLength of WebSocketFrameAggregator";
  }

  @Override
  public String idleLimitSetting() {
    return "the IdleStateHandler or ReadTimeoutHandler in the pipeline";
  }

  @Override
  public String subprotocolSetting() {
    return "the subprotocols of its WebSocketServerProtocolHandler";
  }

  @Override
  public String sendLimitSetting() {
    return "Channel.isWritable with a WriteBufferWaterMark, or a WriteTimeoutHandler";
  }

  @Override
  public List<String> messageSizeExceptions() {
    return Collections.singletonList("io.netty.handler.codec.TooLongFrameException");
  }

  @Override
  public List<String> sendLimitExceptions() {
    return Collections.singletonList("io.netty.handler.timeout.WriteTimeoutException");
  }

  /** The event loops' scheduled tasks: a task without a delay does not pass them. */
  @Override
  public List<String> timers() {
    return Arrays.asList(
        "io.netty.util.concurrent.ScheduledFutureTask",
        "io.netty.util.HashedWheelTimer$HashedWheelTimeout");
  }

  @Override
  public List<String> errorCallbacks() {
    return Collections.singletonList("exceptionCaught");
  }

  @Override
  public List<String> idleCallbacks() {
    return Arrays.asList("channelIdle", "userEventTriggered");
  }

  /** {@code WebSocketClientHandshaker13}: {@code Invalid challenge. Actual: … Expected: …}. */
  @Override
  public List<String> acceptMessages() {
    return Collections.singletonList("invalid challenge");
  }

  /** {@code NotSslRecordException}: {@code not an SSL/TLS record: 474554…}. */
  @Override
  public List<String> plaintextMessages() {
    return Collections.singletonList("not an ssl/tls record");
  }

  /** {@code Errors$NativeIoException}: {@code recvAddress(..) failed with error(-104)}. */
  @Override
  public String errnoPrefix() {
    return "error(";
  }
}
