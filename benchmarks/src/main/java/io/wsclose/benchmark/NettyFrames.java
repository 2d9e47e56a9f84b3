// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.NettyWire;
import io.wsclose.benchmark.wire.Wire;
import java.io.IOException;

/** Frames through {@link NettyWire}. */
public class NettyFrames extends FramePath {
  @Override
  Wire open() throws IOException {
    return new NettyWire();
  }
}
