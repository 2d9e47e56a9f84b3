// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.Backend;
import io.wsclose.bootstrap.CoarseClock;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Transport;
import io.wsclose.bootstrap.Upgrade;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes records and knows the open ones. */
public final class RecordingBackend implements Backend {
  /**
   * How many pipelined attempts are recorded at the same time, about 10 MB of them. Clients of RFC
   * 6455 send none, and a hostile one must not fill the heap with them.
   */
  static final int MAX_PIPELINED = 512;

  private final AtomicLong count = new AtomicLong();
  private final AtomicInteger pipelined = new AtomicInteger();
  private final AtomicLong transports = new AtomicLong();
  private final AtomicInteger surplus = new AtomicInteger();

  /** Tells JVMs apart for people; a secure source would cost 50 ms of every start. */
  private final String jvm = Integer.toHexString(0x1000 + new Random().nextInt(0xf000));

  private final Set<ConnectionRecord> open = ConcurrentHashMap.newKeySet();
  private final LibraryLookup libraries;
  private final FrameRetention frames;
  private final ApplicationCode application;
  private final Supplier<TraceContext> currentTrace;
  private final RecordListener listener;
  private final RecordListener pipelinedListener;
  private final HookFailureListener hookFailures;
  private volatile PauseLog pauses;

  /**
   * @param currentTrace the trace context of the calling thread, as far as a tracer of this JVM
   *     keeps one
   */
  public RecordingBackend(
      LibraryLookup libraries,
      FrameRetention frames,
      ApplicationCode application,
      Supplier<TraceContext> currentTrace,
      RecordListener listener,
      HookFailureListener hookFailures) {
    this.libraries = libraries;
    this.frames = frames;
    this.application = application;
    this.currentTrace = currentTrace;
    this.listener = new Forgetting(listener);
    this.pipelinedListener = new ForgettingPipelined(listener);
    this.hookFailures = hookFailures;
  }

  /**
   * Finds which copy of which stack a class belongs to. Asked once for each connection or attempt,
   * so who answers also knows when a copy has its first one.
   */
  public interface LibraryLookup {
    /**
     * @param line the line of the stack, as {@link Upgrade#stack} names it
     */
    StackInstance libraryOf(String line, Class<?> type);

    /** A WebSocket ended that this copy opened, and whose frames it did not read: no event. */
    default void unread(StackInstance library) {}
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
  public Connection attempting(Upgrade planned) {
    ConnectionRecord record = start(planned, listener);
    record.begunHere();
    return record;
  }

  @Override
  public Connection upgradeRequested(Upgrade upgrade) {
    return start(upgrade, listener);
  }

  @Override
  public Connection pipelined(Upgrade upgrade) {
    Connection record = null;
    try {
      if (pipelined.incrementAndGet() <= MAX_PIPELINED) {
        record = start(upgrade, pipelinedListener);
      }
      return record;
    } finally {
      if (record == null) {
        pipelined.decrementAndGet();
        listener.dropped();
      }
    }
  }

  @Override
  public Connection openedBefore(Upgrade upgrade) {
    ConnectionRecord record = start(upgrade, listener);
    record.openedBefore();
    return record;
  }

  private ConnectionRecord start(Upgrade upgrade, RecordListener recordListener) {
    ConnectionRecord record =
        new ConnectionRecord(
            jvm + "-" + count.incrementAndGet(),
            Handshake.requested(upgrade),
            libraries.libraryOf(upgrade.stack(), upgrade.library()),
            frames,
            application,
            currentTrace,
            recordListener);
    open.add(record);
    CoarseClock.watchPauses();
    return record;
  }

  @Override
  public Transport sharedTransport() {
    return new SharedTransport(transports.incrementAndGet(), surplus);
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

  /**
   * How many of these are on a transport beside another one: as many fewer transports there are.
   * The number changes with them.
   */
  public Number surplus() {
    return surplus;
  }

  /** The records that have not ended, attempts included; weakly consistent. */
  public Collection<ConnectionRecord> open() {
    return Collections.unmodifiableSet(open);
  }

  private class Forgetting implements RecordListener {
    private final RecordListener next;

    private Forgetting(RecordListener next) {
      this.next = next;
    }

    @Override
    public void ended(ConnectionRecord record) {
      open.remove(record);
      if (record.isUnread()) {
        libraries.unread(record.library());
        record.release();
      } else {
        next.ended(record);
      }
    }

    @Override
    public void dropped() {
      next.dropped();
    }
  }

  private final class ForgettingPipelined extends Forgetting {
    private ForgettingPipelined(RecordListener next) {
      super(next);
    }

    @Override
    public void ended(ConnectionRecord record) {
      pipelined.decrementAndGet();
      super.ended(record);
    }
  }
}
