package io.wsclose.startup;

import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.instrumentation.Background;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackLibrary;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts the clock of the frames, which a JVM without WebSockets need not pay for. */
final class FirstConnection implements RecordingBackend.LibraryLookup {
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
    }
    return next.libraryOf(stack, type);
  }

  private static final class ClockStart implements Runnable {
    @Override
    public void run() {
      CoarseClock.start();
    }
  }
}
