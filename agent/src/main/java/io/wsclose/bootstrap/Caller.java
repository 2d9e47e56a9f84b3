package io.wsclose.bootstrap;

/**
 * Who called, for {@link Recorder#madeBy}: the names on the stack and nothing else.
 *
 * <p>A Throwable as the JVM fills it in holds the classes of its frames, and with them the loader
 * of an application. Kept with an object that this application keeps, a Close frame in a constant
 * say, neither would ever be collected.
 */
public final class Caller extends Throwable {
  private static final long serialVersionUID = 1;

  public Caller() {
    super(null, null, false, true);
    setStackTrace(new Throwable().getStackTrace());
  }

  /** Nothing: the constructor copies the frames. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
