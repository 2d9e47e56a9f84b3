// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.stack.StackProfile;
import java.util.List;

/** A stack with settings, exceptions, timers and callbacks of its own. */
public final class SampleProfile implements StackProfile {
  static final StackProfiles ALONE =
      new StackProfiles() {
        @Override
        public StackProfile own() {
          return new SampleProfile();
        }

        @Override
        public List<String> timers() {
          return own().timers();
        }
      };

  @Override
  public String messageSizeSetting() {
    return "the sample's maxMessageSize";
  }

  @Override
  public String idleLimitSetting() {
    return "the sample's idleLimit";
  }

  @Override
  public String subprotocolSetting() {
    return "the sample's subprotocols";
  }

  @Override
  public String sendLimitSetting() {
    return "the sample's sendLimit";
  }

  @Override
  public List<String> messageSizeExceptions() {
    return List.of("TooLongFrameException");
  }

  @Override
  public List<String> sendLimitExceptions() {
    return List.of("SampleWriteTimeout");
  }

  @Override
  public List<String> timers() {
    return List.of(".ScheduledFutureTask");
  }

  @Override
  public List<String> errorCallbacks() {
    return List.of("exceptionCaught");
  }

  @Override
  public List<String> idleCallbacks() {
    return List.of("channelIdle", "userEventTriggered");
  }

  @Override
  public List<Integer> exceptionCodes() {
    return List.of(1003);
  }

  @Override
  public List<String> acceptMessages() {
    return List.of("invalid challenge");
  }

  @Override
  public List<String> plaintextMessages() {
    return List.of("not an ssl/tls record");
  }

  @Override
  public List<String> stoppedPoolMessages() {
    return List.of("not running");
  }

  @Override
  public String errnoPrefix() {
    return "error(";
  }
}
