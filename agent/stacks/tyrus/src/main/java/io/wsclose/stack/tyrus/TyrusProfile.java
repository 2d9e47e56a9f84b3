// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.tyrus;

import io.wsclose.stack.StackProfile;
import java.util.Collections;
import java.util.List;

/** What Tyrus 1 and 2 and their Grizzly container call their settings and exceptions. */
final class TyrusProfile implements StackProfile {
  @Override
  public String messageSizeSetting() {
    return "Session.setMaxTextMessageBufferSize and setMaxBinaryMessageBufferSize, or the property"
        + " org.glassfish.tyrus.incomingBufferSize";
  }

  @Override
  public String idleLimitSetting() {
    return "Session.setMaxIdleTimeout, or setDefaultMaxSessionIdleTimeout of its container";
  }

  @Override
  public String subprotocolSetting() {
    return "the subprotocols of its @ServerEndpoint or ServerEndpointConfig";
  }

  @Override
  public String sendLimitSetting() {
    return "setMaxPendingBytesPerConnection of the AsyncQueueWriter of its Grizzly transport";
  }

  @Override
  public List<String> messageSizeExceptions() {
    return Collections.singletonList("org.glassfish.tyrus.core.MessageTooBigException");
  }

  /** Grizzly's {@code AbstractThreadPool}: {@code ThreadPool is not running}. */
  @Override
  public List<String> stoppedPoolMessages() {
    return Collections.singletonList("not running");
  }
}
