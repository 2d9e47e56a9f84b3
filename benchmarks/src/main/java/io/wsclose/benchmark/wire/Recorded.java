// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import io.wsclose.bootstrap.Recorder;

/** What the agent in this JVM recorded, if there is one: a hook that is not in costs nothing. */
public final class Recorded {
  /** Of a JVM that shall run with the agent. */
  public static final String EXPECTED = "wsclose.benchmark.agent";

  /** Whether this JVM runs with the agent. */
  public static final boolean IS_ON = isOn();

  private Recorded() {}

  /** Fails unless each frame was recorded once, or none where there is no agent. */
  public static void check(Wire[] wires, long received, long sent) {
    if (!IS_ON) {
      return;
    }
    long recordedIn = 0;
    long recordedOut = 0;
    for (Wire wire : wires) {
      if (!Recorder.of(wire.key()).isKnown()) {
        throw new IllegalStateException("the handshake of " + wire.key() + " was not recorded");
      }
      recordedIn += Recorder.of(wire.key()).received().frames();
      recordedOut += Recorder.of(wire.key()).sent().frames();
    }
    if (recordedIn != received || recordedOut != sent) {
      throw new IllegalStateException(
          String.format(
              "frames in %d, recorded %d; frames out %d, recorded %d",
              received, recordedIn, sent, recordedOut));
    }
  }

  private static boolean isOn() {
    boolean on = isLoaded();
    if (on != Boolean.getBoolean(EXPECTED)) {
      throw new IllegalStateException(on ? "an agent is on" : "the agent is off");
    }
    return on;
  }

  private static boolean isLoaded() {
    try {
      Class.forName("io.wsclose.bootstrap.Recorder", false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
