// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.record.MessageText;
import io.wsclose.record.RecordingBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Receives each failure of advice. The first of each hook is logged; a hook that keeps failing in a
 * class is removed from that class, so that it costs nothing from then on: an exception a frame
 * would cost 5 to 50 us each.
 *
 * <p>Failures are counted with the class, so a healthy copy of the same stack keeps its hooks, and
 * the counts go when the class goes.
 */
final class HookFailures implements RecordingBackend.HookFailureListener {
  private static final int MAX_MESSAGE = 200;

  private final List<BoundHook> hooks;
  private final AtomicIntegerArray logged;
  private final Background background;
  private final Notices notices;
  private final Retransformation retransformation;
  private final Counts counts;

  /**
   * @param hooks by their numbers
   */
  HookFailures(
      List<BoundHook> hooks,
      Background background,
      Notices notices,
      Retransformation retransformation) {
    this.hooks = hooks;
    this.logged = new AtomicIntegerArray(hooks.size());
    this.background = background;
    this.notices = notices;
    this.retransformation = retransformation;
    this.counts = new Counts(hooks.size());
  }

  /** Weaves a class that is loaded once more. */
  interface Retransformation {
    void of(Class<?> type) throws Exception;
  }

  @Override
  public void failed(Throwable failure, Class<?> type, int number) {
    FailureCount count = counts.of(type, number);
    if (count.isOff()) {
      return;
    }
    BoundHook hook = hooks.get(number);
    if (logged.compareAndSet(number, 0, 1)) {
      notices.log(
          "a hook failed, the application is not affected: "
              + failure.getClass().getName()
              + " in "
              + placeOf(hook, type)
              + messageOf(failure));
    }
    // memory and stack run out for other reasons, and come back
    if (!(failure instanceof VirtualMachineError) && count.isOneTooMany(System.nanoTime())) {
      background.soon(new Removal(hook, type));
    }
  }

  /**
   * The hooks that are to be in a class.
   *
   * @param type null while it is loaded for the first time
   */
  HookMatch withoutRemoved(HookMatch match, Class<?> type) {
    if (type == null) {
      return match;
    }
    List<BoundHook> kept = new ArrayList<BoundHook>(match.hooks().size());
    for (BoundHook hook : match.hooks()) {
      if (!counts.isOff(type, hook.number())) {
        kept.add(hook);
      }
    }
    return new HookMatch(match.prefix(), kept);
  }

  private static String placeOf(BoundHook hook, Class<?> type) {
    return type.getName() + "#" + hook.hook().method();
  }

  private static String messageOf(Throwable failure) {
    String message;
    try {
      message = failure.getMessage();
    } catch (Throwable applicationCode) {
      return "";
    }
    return message == null ? "" : ": " + MessageText.bounded(message, MAX_MESSAGE);
  }

  private final class Removal implements Runnable {
    private final BoundHook hook;
    private final Class<?> type;

    private Removal(BoundHook hook, Class<?> type) {
      this.hook = hook;
      this.type = type;
    }

    @Override
    public void run() {
      String place = "the hook in " + placeOf(hook, type) + " keeps failing";
      try {
        retransformation.of(type);
        notices.log(
            place + " and was removed: events lack what it saw (" + hook.stack().name() + ")");
      } catch (Throwable failure) {
        notices.log(place + " and cannot be removed: " + failure);
      }
    }
  }

  private static final class Counts extends ClassValue<AtomicReferenceArray<FailureCount>> {
    private final int hooks;

    private Counts(int hooks) {
      this.hooks = hooks;
    }

    @Override
    protected AtomicReferenceArray<FailureCount> computeValue(Class<?> type) {
      return new AtomicReferenceArray<FailureCount>(hooks);
    }

    private FailureCount of(Class<?> type, int hook) {
      AtomicReferenceArray<FailureCount> ofType = get(type);
      FailureCount count = ofType.get(hook);
      if (count == null) {
        ofType.compareAndSet(hook, null, new FailureCount());
        count = ofType.get(hook);
      }
      return count;
    }

    private boolean isOff(Class<?> type, int hook) {
      FailureCount count = get(type).get(hook);
      return count != null && count.isOff();
    }
  }
}
