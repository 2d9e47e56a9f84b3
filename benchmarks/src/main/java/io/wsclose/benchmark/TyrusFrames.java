// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.TyrusWire;
import io.wsclose.benchmark.wire.Wire;
import java.io.IOException;

/** Frames through {@link TyrusWire}. */
public class TyrusFrames extends FramePath {
  @Override
  Wire open() throws IOException {
    return new TyrusWire();
  }
}
