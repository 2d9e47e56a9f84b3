package io.wsclose.bootstrap;

import java.util.Arrays;

/**
 * Who called, for {@link Recorder#madeBy}: the names on the stack and nothing else.
 *
 * <p>A Throwable as the JVM fills it in holds the classes of its frames, and with them the loader
 * of an application. Kept with an object that this application keeps, a Close frame in a constant
 * say, neither would ever be collected.
 */
public final class Caller extends Throwable {
  private static final long serialVersionUID = 1;

  /** More than an event shows; a trace can have a thousand frames of 48 bytes each. */
  private static final int MAX_FRAMES = 72;

  public Caller() {
    super(null, null, false, true);
    StackTraceElement[] frames = new Throwable().getStackTrace();
    setStackTrace(frames.length <= MAX_FRAMES ? frames : Arrays.copyOf(frames, MAX_FRAMES));
  }

  /** Nothing: the constructor copies the frames. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
