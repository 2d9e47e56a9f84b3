// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.Arrays;
import java.util.Map;

/**
 * Who called: the names on the call stack, the places that the classes were loaded from, and
 * nothing else.
 *
 * <p>A Throwable as the JVM fills it in holds the classes of its frames, and with them the loader
 * of an application. Kept with an object that this application keeps, a Close frame in a constant
 * say, neither would ever be collected.
 */
public final class Caller extends Throwable {
  private static final long serialVersionUID = 1;

  /** As many as an event shows; a trace can have a thousand frames of 48 bytes each. */
  public static final int MAX_INNERMOST = 64;

  /** They say what started the thread's work. */
  private static final int MAX_OUTERMOST = 8;

  private final transient Map<String, CodePlace> places = CallingClasses.places();

  public Caller() {
    super(null, null, false, true);
    StackTraceElement[] trace = new Throwable().getStackTrace();
    // without this constructor
    setStackTrace(bounded(Arrays.copyOfRange(trace, Math.min(1, trace.length), trace.length)));
  }

  /** The innermost and the outermost calls of a deep trace. */
  public static StackTraceElement[] bounded(StackTraceElement... trace) {
    if (trace.length <= MAX_INNERMOST + MAX_OUTERMOST) {
      return trace;
    }
    StackTraceElement[] ends = Arrays.copyOf(trace, MAX_INNERMOST + MAX_OUTERMOST);
    System.arraycopy(trace, trace.length - MAX_OUTERMOST, ends, MAX_INNERMOST, MAX_OUTERMOST);
    return ends;
  }

  /** Where the classes on the stack were loaded from, by class name; without those of the JDK. */
  public Map<String, CodePlace> places() {
    return places;
  }

  /** Nothing: the constructor copies the frames. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
