// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.stack.StackProfile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What Jetty 12 calls its settings, exceptions and callbacks. */
final class Jetty12Profile implements StackProfile {
  @Override
  public String messageSizeSetting() {
    return "setMaxFrameSize, setMaxTextMessageSize or setMaxBinaryMessageSize of the WebSocket container;"
        + " Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize for Jakarta"
        + " endpoints";
  }

  @Override
  public String idleLimitSetting() {
    return "setIdleTimeout of the WebSocket container or session; Session.setMaxIdleTimeout for Jakarta"
        + " endpoints";
  }

  @Override
  public String subprotocolSetting() {
    return "setAcceptedSubProtocol of its upgrade response, or the subprotocols of its"
        + " ServerEndpointConfig";
  }

  @Override
  public String sendLimitSetting() {
    return "setMaxOutgoingFrames of the WebSocket container or session; setSendTimeout of"
        + " RemoteEndpoint.Async for Jakarta endpoints";
  }

  @Override
  public List<String> messageSizeExceptions() {
    return Arrays.asList(
        "org.eclipse.jetty.websocket.core.exception.MessageTooLargeException",
        "org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException");
  }

  @Override
  public List<String> sendLimitExceptions() {
    return Collections.singletonList(
        "org.eclipse.jetty.websocket.core.exception.WebSocketWriteTimeoutException");
  }

  @Override
  public List<String> errorCallbacks() {
    return Collections.singletonList("onWebSocketError");
  }

  @Override
  public List<String> idleCallbacks() {
    return Arrays.asList("onIdleExpired", "onIdleTimeout");
  }

  /** The Jakarta API answers an exception of an endpoint with 1003. */
  @Override
  public List<Integer> exceptionCodes() {
    return Collections.singletonList(1003);
  }
}
