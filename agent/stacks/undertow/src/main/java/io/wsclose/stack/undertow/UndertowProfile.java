// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import io.wsclose.stack.StackProfile;
import java.util.Collections;
import java.util.List;

/** What Undertow 2.0 to 2.4 calls its settings and exceptions. */
final class UndertowProfile implements StackProfile {
  @Override
  public String messageSizeSetting() {
    return "getMaxTextBufferSize and getMaxBinaryBufferSize of AbstractReceiveListener;"
        + " Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize for Jakarta"
        + " endpoints";
  }

  @Override
  public String idleLimitSetting() {
    return "WebSocketChannel.setIdleTimeout; Session.setMaxIdleTimeout for Jakarta endpoints";
  }

  @Override
  public String subprotocolSetting() {
    return "the subprotocols of its Hybi13Handshake, or of its ServerEndpointConfig";
  }

  @Override
  public String sendLimitSetting() {
    return "the timeoutmillis of WebSockets.sendText and sendBinary; setSendTimeout of"
        + " RemoteEndpoint.Async for Jakarta endpoints";
  }

  @Override
  public List<String> sendLimitExceptions() {
    return Collections.singletonList("org.xnio.channels.WriteTimeoutException");
  }
}
