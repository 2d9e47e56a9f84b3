package io.wsclose.sink;

/** A clock that goes on only when a test says so, or when it is waited for. */
final class FakeTime implements Time {
  private long nanos = System.nanoTime();
  private Runnable whilePausing = () -> {};

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public void pause(long pause) {
    advance(pause);
    whilePausing.run();
  }

  synchronized void advance(long by) {
    nanos += by;
  }

  void advanceMillis(long by) {
    advance(by * 1_000_000L);
  }

  void whilePausing(Runnable what) {
    whilePausing = what;
  }
}
