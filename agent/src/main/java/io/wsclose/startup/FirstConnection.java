package io.wsclose.startup;

import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.instrumentation.Background;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackLibrary;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts with the first connection what a JVM without WebSockets need not pay for: the clock of the
 * frames and the search for connections whose objects were collected.
 */
final class FirstConnection implements RecordingBackend.LibraryLookup {
  private static final long EXPUNGE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final AtomicBoolean seen = new AtomicBoolean();
  private final RecordingBackend.LibraryLookup next;
  private final Background background;

  FirstConnection(RecordingBackend.LibraryLookup next, Background background) {
    this.next = next;
    this.background = background;
  }

  @Override
  public StackLibrary libraryOf(String stack, Class<?> type) {
    if (!seen.get() && seen.compareAndSet(false, true)) {
      background.soon(new ClockStart());
      background.after(EXPUNGE_NANOS, new Expunge());
    }
    return next.libraryOf(stack, type);
  }

  private static final class ClockStart implements Runnable {
    @Override
    public void run() {
      CoarseClock.start();
    }
  }

  private final class Expunge implements Runnable {
    @Override
    public void run() {
      background.after(EXPUNGE_NANOS, this);
      Recorder.expunge();
    }
  }
}
