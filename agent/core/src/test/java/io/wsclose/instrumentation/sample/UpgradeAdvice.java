// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation.sample;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import net.bytebuddy.asm.Advice;

/** Refers to several types of the facade. */
public final class UpgradeAdvice {
  private UpgradeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object channel) {
    Connection connection =
        Recorder.openedBefore(
            channel,
            new Upgrade("sample", channel.getClass(), Role.SERVER, "/", false, Headers.none()));
    connection.ended();
  }
}
