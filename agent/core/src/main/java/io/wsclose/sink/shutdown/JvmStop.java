// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.shutdown;

import io.wsclose.record.CallTrace;

/** What made this JVM stop; immutable. */
public final class JvmStop {
  private final String what;
  private final CallTrace caller;

  private JvmStop(String what, CallTrace caller) {
    this.what = what;
    this.caller = caller;
  }

  /** The last thread that is not a daemon ended, or nobody knows. */
  public static JvmStop unknown() {
    return new JvmStop("JVM shutdown", null);
  }

  /**
   * @param name such as {@code SIGTERM}
   */
  public static JvmStop signal(String name) {
    return new JvmStop("JVM shutdown: " + name, null);
  }

  /**
   * @param trace of the thread that called {@code System.exit}
   */
  public static JvmStop exit(StackTraceElement[] trace) {
    return new JvmStop("JVM shutdown: System.exit", CallTrace.of(trace));
  }

  @Override
  public String toString() {
    return what + (caller == null ? "" : "\n" + caller);
  }

  public String what() {
    return what;
  }

  /** Null unless code asked for it. */
  public CallTrace caller() {
    return caller;
  }

  /** Finds it out; called once, and only where a connection is open. */
  public interface Search {
    JvmStop find();
  }
}
