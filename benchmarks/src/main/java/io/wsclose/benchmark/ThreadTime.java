// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Processor time of the measuring thread. On a machine that does other things too, time of the
 * clock is mostly waiting for a processor.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ThreadTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** In one iteration, as {@link #operations}. */
  public long cpuNanos;

  public long operations;

  private long started;

  @Setup(Level.Iteration)
  public void start() {
    operations = 0;
    started = THREADS.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void stop() {
    cpuNanos = THREADS.getCurrentThreadCpuTime() - started;
  }
}
