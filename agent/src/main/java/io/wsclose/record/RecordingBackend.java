package io.wsclose.record;

import io.wsclose.bootstrap.Backend;
import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Upgrade;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Makes records and knows the open ones. */
public final class RecordingBackend implements Backend {
  private final AtomicLong count = new AtomicLong();

  /** Tells JVMs apart for people; a secure source would cost 50 ms of every start. */
  private final String jvm = Integer.toHexString(0x1000 + new Random().nextInt(0xf000));

  private final Set<ConnectionRecord> open = ConcurrentHashMap.newKeySet();
  private final LibraryLookup libraries;
  private final FrameKeeping frames;
  private final ApplicationCode application;
  private final RecordListener listener;
  private final HookFailureListener hookFailures;
  private volatile PauseLog pauses;

  public RecordingBackend(
      LibraryLookup libraries,
      FrameKeeping frames,
      ApplicationCode application,
      RecordListener listener,
      HookFailureListener hookFailures) {
    this.libraries = libraries;
    this.frames = frames;
    this.application = application;
    this.listener = new Forgetting(listener);
    this.hookFailures = hookFailures;
  }

  /**
   * Finds which copy of which stack a class belongs to. Asked once for each connection or attempt,
   * so who answers also knows when a copy has its first one.
   */
  public interface LibraryLookup {
    StackLibrary libraryOf(String stack, Class<?> type);
  }

  /** Takes what advice threw, on the thread that it threw on, each time. */
  public interface HookFailureListener {
    /**
     * @param type the class that the advice is in
     * @param hook its number
     */
    void failed(Throwable failure, Class<?> type, int hook);
  }

  @Override
  public Connection upgradeRequested(Upgrade upgrade) {
    return start(upgrade);
  }

  @Override
  public Connection adopted(Upgrade what) {
    ConnectionRecord record = start(what);
    record.openedBefore();
    return record;
  }

  private ConnectionRecord start(Upgrade upgrade) {
    ConnectionRecord record =
        new ConnectionRecord(
            jvm + "-" + count.incrementAndGet(),
            Handshake.requested(upgrade),
            libraries.libraryOf(upgrade.stack(), upgrade.library()),
            frames,
            application,
            listener);
    open.add(record);
    CoarseClock.watchPauses();
    return record;
  }

  @Override
  public void stopping(String what) {
    for (ConnectionRecord record : open) {
      record.stopping(what);
    }
  }

  /**
   * The JVM stops.
   *
   * @param caller of {@code System.exit}, null where nobody called it
   */
  public void stopping(String what, CallTrace caller) {
    for (ConnectionRecord record : open) {
      record.jvmStopping(what, caller);
    }
  }

  @Override
  public boolean hasOpen() {
    return !open.isEmpty();
  }

  @Override
  public void paused(long from, long to) {
    pauseLog().add(from, to);
  }

  /** The last pauses of this JVM, oldest first. */
  public List<Pause> pauses() {
    PauseLog known = pauses;
    return known == null ? Collections.emptyList() : known.pauses();
  }

  /** To be called about once a second. */
  public void explainPauses() {
    pauseLog().tick();
  }

  private synchronized PauseLog pauseLog() {
    if (pauses == null) {
      pauses = new PauseLog();
    }
    return pauses;
  }

  @Override
  public void hookFailed(Throwable failure, Class<?> type, int hook) {
    hookFailures.failed(failure, type, hook);
  }

  /** How many records have not ended, attempts included. */
  public int openCount() {
    return open.size();
  }

  /** The records that have not ended, attempts included; weakly consistent. */
  public Collection<ConnectionRecord> open() {
    return Collections.unmodifiableSet(open);
  }

  private final class Forgetting implements RecordListener {
    private final RecordListener next;

    private Forgetting(RecordListener next) {
      this.next = next;
    }

    @Override
    public void ended(ConnectionRecord record) {
      open.remove(record);
      next.ended(record);
    }

    @Override
    public void reported(ConnectionRecord record) {
      next.reported(record);
    }

    @Override
    public TraceContext current() {
      return next.current();
    }
  }
}
