// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How long the threads that wait for sockets did not come back to waiting: what their sockets had
 * to say meanwhile was read late. An event loop whose handler blocks is the usual reason.
 *
 * <p>Only a selector that always has the same thread is such a loop. Some servers' threads take
 * turns: one leaves the selector to another and goes on as a worker, and nothing waits for it.
 *
 * <p>A few stores for each turn of a loop, beside a system call. Each thread and each selector has
 * a slot of its own by its number; where two share one, the later has it, and of the other nothing
 * is known.
 */
public final class SelectLoops {
  private static final int SLOTS = 256;

  /** A cache line for each: neighbours are written by other threads. */
  private static final int SLOT_LONGS = 8;

  private static final int OWNER = 0;
  private static final int LEFT = 1;
  private static final int BUSY_FROM = 2;
  private static final int BUSY_TO = 3;
  private static final int TRACED = 4;
  private static final int SELECTOR = 5;

  private static final int NUMBER = 0;
  private static final int THREAD = 1;

  /** In place of a thread: more than one selects there. */
  private static final long TAKE_TURNS = -1;

  private static final long BUSY_NANOS = 1_000_000_000L;

  /** What was waiting is read within that time. */
  private static final long SOON_NANOS = 500_000_000L;

  private static final long[] VALUES = new long[SLOTS * SLOT_LONGS];
  private static final long[] SELECTORS = new long[SLOTS * SLOT_LONGS];
  private static final AtomicReferenceArray<WeakReference<Thread>> THREADS =
      new AtomicReferenceArray<WeakReference<Thread>>(SLOTS);
  private static final AtomicReferenceArray<StackTraceElement[]> TRACES =
      new AtomicReferenceArray<StackTraceElement[]>(SLOTS);

  private SelectLoops() {}

  /** This thread goes to wait for its sockets. */
  public static void selecting(Object selector) {
    long id = Thread.currentThread().getId();
    selects(System.identityHashCode(selector), id);
    int slot = slotOf(id);
    long left = VALUES[slot + LEFT];
    if (VALUES[slot + OWNER] != id || left == 0) {
      return;
    }
    long now = CoarseClock.glance();
    if (now - left >= BUSY_NANOS) {
      VALUES[slot + BUSY_FROM] = left;
      VALUES[slot + BUSY_TO] = now;
    }
    VALUES[slot + LEFT] = 0;
  }

  private static void selects(int selector, long thread) {
    int slot = slotOf(selector);
    if (SELECTORS[slot + NUMBER] != selector) {
      SELECTORS[slot + NUMBER] = selector;
      SELECTORS[slot + THREAD] = thread;
    } else if (SELECTORS[slot + THREAD] != thread) {
      SELECTORS[slot + THREAD] = TAKE_TURNS;
    }
  }

  /** This thread has something to do. */
  public static void selected(Object selector) {
    Thread thread = Thread.currentThread();
    long id = thread.getId();
    int slot = slotOf(id);
    if (VALUES[slot + OWNER] != id) {
      VALUES[slot + OWNER] = id;
      VALUES[slot + BUSY_FROM] = 0;
      THREADS.set(slot / SLOT_LONGS, new WeakReference<Thread>(thread));
    }
    VALUES[slot + SELECTOR] = System.identityHashCode(selector);
    VALUES[slot + LEFT] = CoarseClock.glance();
  }

  /** Whether the thread of this slot is the only one at its selector. */
  private static boolean isLoop(int slot) {
    long selector = VALUES[slot + SELECTOR];
    int at = slotOf(selector);
    return SELECTORS[at + NUMBER] == selector && SELECTORS[at + THREAD] == VALUES[slot + OWNER];
  }

  /**
   * When the calling thread began what kept it from its sockets until right now; 0 if nothing did.
   *
   * @param now a precise reading
   */
  public static long busySince(long now) {
    long id = Thread.currentThread().getId();
    int slot = slotOf(id);
    if (VALUES[slot + OWNER] != id || !isLoop(slot)) {
      return 0;
    }
    long left = VALUES[slot + LEFT];
    if (left != 0 && now - left >= BUSY_NANOS) {
      return left;
    }
    long from = VALUES[slot + BUSY_FROM];
    return from != 0 && now - VALUES[slot + BUSY_TO] <= SOON_NANOS ? from : 0;
  }

  /** What the calling thread was seen doing in the time that began then; null if it was not. */
  public static StackTraceElement[] seenSince(long from) {
    int slot = slotOf(Thread.currentThread().getId());
    return VALUES[slot + TRACED] == from ? TRACES.get(slot / SLOT_LONGS) : null;
  }

  /** On the clock's thread, a few times a second: once for each time that a thread is busy. */
  static void look() {
    long now = CoarseClock.glance();
    for (int slot = 0; slot < VALUES.length; slot += SLOT_LONGS) {
      long left = VALUES[slot + LEFT];
      boolean busy = left != 0 && now - left >= BUSY_NANOS;
      if (busy && VALUES[slot + TRACED] != left && isLoop(slot)) {
        trace(slot, left);
      }
    }
  }

  private static void trace(int slot, long left) {
    WeakReference<Thread> reference = THREADS.get(slot / SLOT_LONGS);
    Thread thread = reference == null ? null : reference.get();
    if (thread != null) {
      TRACES.set(slot / SLOT_LONGS, thread.getStackTrace());
      VALUES[slot + TRACED] = left;
    }
  }

  private static int slotOf(long id) {
    return ((int) id & (SLOTS - 1)) * SLOT_LONGS;
  }
}
