// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** The clock, and waiting by it. */
interface Time extends LongSupplier {
  /** On the scale of {@link System#nanoTime()}. */
  long nanos();

  void pause(long nanos);

  @Override
  default long getAsLong() {
    return nanos();
  }

  /** The JVM's. */
  final class OfTheJvm implements Time {
    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pause(long nanos) {
      LockSupport.parkNanos(nanos);
    }
  }
}
