// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.shutdown;

/** The JVM's other shutdown hooks: they run beside ours, and the application closes in them. */
public interface OtherHooks {
  /** Whether one of them has not ended; while that is so, the JVM does not end either. */
  boolean areRunning();
}
