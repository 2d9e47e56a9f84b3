// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.stack.StackProfile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What Jetty 9.4 calls its settings, exceptions and callbacks. */
final class Jetty94Profile implements StackProfile {
  @Override
  public String messageSizeSetting() {
    return "setMaxTextMessageSize or setMaxBinaryMessageSize of WebSocketPolicy;"
        + " Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize for javax"
        + " endpoints";
  }

  @Override
  public String idleLimitSetting() {
    return "setIdleTimeout of WebSocketPolicy or of the session; Session.setMaxIdleTimeout for javax"
        + " endpoints";
  }

  @Override
  public String subprotocolSetting() {
    return "setAcceptedSubProtocol of its upgrade response, or the subprotocols of its"
        + " ServerEndpointConfig";
  }

  @Override
  public String sendLimitSetting() {
    return "setMaxOutgoingFrames of RemoteEndpoint; setSendTimeout of RemoteEndpoint.Async for javax"
        + " endpoints";
  }

  @Override
  public List<String> messageSizeExceptions() {
    return Collections.singletonList("org.eclipse.jetty.websocket.api.MessageTooLargeException");
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
