// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tomcat;

import io.wsclose.stack.StackProfile;
import java.util.Collections;
import java.util.List;

/** What Tomcat 9.0, 10.1 and 11 call their settings. */
final class TomcatProfile implements StackProfile {
  @Override
  public String messageSizeSetting() {
    return "maxMessageSize of @OnMessage; Session.setMaxTextMessageBufferSize and"
        + " setMaxBinaryMessageBufferSize; the context parameters"
        + " org.apache.tomcat.websocket.textBufferSize and binaryBufferSize";
  }

  @Override
  public String idleLimitSetting() {
    return "Session.setMaxIdleTimeout or setDefaultMaxSessionIdleTimeout of its container, which"
        + " Tomcat checks every 10 s (system property"
        + " org.apache.tomcat.websocket.DEFAULT_PROCESS_PERIOD)";
  }

  @Override
  public String subprotocolSetting() {
    return "the subprotocols of its @ServerEndpoint or ServerEndpointConfig";
  }

  @Override
  public String sendLimitSetting() {
    return "the session's user property org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT (20 s by"
        + " default); setSendTimeout of RemoteEndpoint.Async";
  }

  /** Tomcat answers an exception of an endpoint with 1002. */
  @Override
  public List<Integer> exceptionCodes() {
    return Collections.singletonList(1002);
  }
}
