// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.FacadeWire;
import io.wsclose.benchmark.wire.Wire;
import java.io.IOException;

/** Frames through {@link FacadeWire}. */
public class FacadeFrames extends FramePath {
  @Override
  Wire open() throws IOException {
    return new FacadeWire();
  }
}
