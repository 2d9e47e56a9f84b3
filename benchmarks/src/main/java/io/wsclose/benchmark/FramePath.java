// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.Recorded;
import io.wsclose.benchmark.wire.Wire;
import java.io.IOException;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One frame in, or one frame out, on connections of one stack. With many of them, each frame takes
 * another one at random, so that caches miss as they do in a busy server.
 */
@State(Scope.Thread)
public abstract class FramePath {
  private static final int ORDER = 1 << 16;
  private static final long SEED = 6455;

  @Param({"1", "10000"})
  public int connections;

  private Wire[] wires;
  private char[] order;
  private int next;
  private long received;
  private long sent;

  /** Opens one connection. */
  abstract Wire open() throws IOException;

  @Setup
  public void openAll() throws IOException {
    wires = new Wire[connections];
    for (int i = 0; i < connections; i++) {
      wires[i] = open();
    }
    order = new char[ORDER];
    Random random = new Random(SEED);
    for (int i = 0; i < ORDER; i++) {
      order[i] = (char) random.nextInt(connections);
    }
    // what is left of the handshakes goes, and connections lie together as those of old age do
    System.gc();
  }

  @TearDown
  public void check() {
    Recorded.check(wires, received, sent);
  }

  @Benchmark
  public Object in(ThreadTime time) throws IOException {
    time.operations++;
    received++;
    return wires[order[next++ & ORDER - 1]].receive();
  }

  @Benchmark
  public Object out(ThreadTime time) throws IOException {
    time.operations++;
    sent++;
    return wires[order[next++ & ORDER - 1]].send();
  }
}
