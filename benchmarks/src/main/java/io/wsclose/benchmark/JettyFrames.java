// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.JettyWire;
import io.wsclose.benchmark.wire.Wire;
import java.io.IOException;

/** Frames through {@link JettyWire}. */
public class JettyFrames extends FramePath {
  @Override
  Wire open() throws IOException {
    return new JettyWire();
  }
}
