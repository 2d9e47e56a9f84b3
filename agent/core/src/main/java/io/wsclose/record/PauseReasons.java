// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * What a pause was spent on, as far as the JVM and the kernel say. Management beans cost tens of
 * milliseconds to make, so only a JVM that has paused makes them.
 */
final class PauseReasons {
  private static final int TICKS_BETWEEN_READINGS = 10;

  private final CpuLimit cpuLimit = new CpuLimit();
  private int ticks;
  private long throttledNanos = -1;

  /** About once a second; most of them do nothing. */
  synchronized void tick() {
    if (ticks++ % TICKS_BETWEEN_READINGS == 0) {
      throttledNanos = cpuLimit.throttledNanos();
    }
  }

  /** Empty if nothing is known. */
  synchronized String of(Pause pause) {
    String collection = collectionIn(pause);
    return collection.isEmpty() ? throttlingIn(pause) : collection;
  }

  private String throttlingIn(Pause pause) {
    long before = throttledNanos;
    throttledNanos = cpuLimit.throttledNanos();
    long meanwhile = throttledNanos - before;
    return before >= 0 && meanwhile > pause.nanos() / 2
        ? "the CPU limit of its container (cgroup cpu.max) held it back"
        : "";
  }

  private static String collectionIn(Pause pause) {
    try {
      for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
        long nanos = lastCollection(bean, pause);
        if (nanos > pause.nanos() / 2) {
          return "garbage collection, " + bean.getName();
        }
      }
    } catch (RuntimeException | LinkageError e) {
      // another JVM, or one without these modules
    }
    return "";
  }

  /** How much of the pause the last collection took; concurrent ones do not pause. */
  private static long lastCollection(GarbageCollectorMXBean bean, Pause pause) {
    boolean concurrent =
        bean.getName().contains("Cycles")
            || bean.getName().contains("Concurrent")
            || bean.getName().equals("ConcurrentMarkSweep");
    if (concurrent || !(bean instanceof com.sun.management.GarbageCollectorMXBean)) {
      return 0;
    }
    com.sun.management.GcInfo last =
        ((com.sun.management.GarbageCollectorMXBean) bean).getLastGcInfo();
    if (last == null) {
      return 0;
    }
    long jvmStart = ManagementFactory.getRuntimeMXBean().getStartTime();
    long pauseStart = pause.fromEpochMillis() - jvmStart;
    long pauseEnd = pauseStart + TimeUnit.NANOSECONDS.toMillis(pause.nanos());
    return TimeUnit.MILLISECONDS.toNanos(
        Math.min(last.getEndTime(), pauseEnd) - Math.max(last.getStartTime(), pauseStart));
  }
}
