// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.UndertowWire;
import io.wsclose.benchmark.wire.Wire;
import java.io.IOException;

/** Frames through {@link UndertowWire}. */
public class UndertowFrames extends FramePath {
  @Override
  Wire open() throws IOException {
    return new UndertowWire();
  }
}
