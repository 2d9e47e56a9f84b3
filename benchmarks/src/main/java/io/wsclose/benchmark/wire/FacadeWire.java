// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Http11;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;

/** No stack at all: what advice calls for a frame, and nothing else. The floor of all others. */
public final class FacadeWire implements Wire {
  private static final int BINARY = 0x2;

  private final Object key = new Object();

  public FacadeWire() {
    if (Recorded.IS_ON) {
      Recorder.upgradeRequested(
          key, new Upgrade("facade", Wire.class, Role.SERVER, "/chat", false, Headers.none()));
      Http11.answered(Recorder.of(key), 101, Headers.none());
    }
  }

  @Override
  public Object receive() {
    if (Recorded.IS_ON) {
      Recorder.of(key).frameReceived(BINARY, true, 0, SampleFrame.PAYLOAD);
    }
    return key;
  }

  @Override
  public Object send() {
    if (Recorded.IS_ON) {
      Recorder.of(key).frameSent(BINARY, true, 0, SampleFrame.PAYLOAD);
    }
    return key;
  }

  @Override
  public Object key() {
    return key;
  }
}
