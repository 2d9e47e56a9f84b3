package io.wsclose.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The stack trace of who called, innermost first, bounded; the agent's own frames are left out. */
public final class CallTrace {
  private static final int MAX_FRAMES = 64;
  private static final List<String> JDK =
      Arrays.asList("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private final List<StackTraceElement> frames;

  private CallTrace(List<StackTraceElement> frames) {
    this.frames = Collections.unmodifiableList(frames);
  }

  public static CallTrace of(StackTraceElement... trace) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < trace.length && frames.size() < MAX_FRAMES; i++) {
      if (!trace[i].getClassName().startsWith("io.wsclose.bootstrap.")) {
        frames.add(trace[i]);
      }
    }
    return new CallTrace(frames);
  }

  public List<StackTraceElement> frames() {
    return frames;
  }

  /**
   * The innermost frame that is neither the JDK's nor the stack's own.
   *
   * @param stackPackages prefixes that the stack's own classes have
   */
  public Optional<StackTraceElement> applicationFrame(List<String> stackPackages) {
    return frames.stream().filter(frame -> isApplication(frame, stackPackages)).findFirst();
  }

  /** The place of the last such frame, -1 if there is none. */
  public int outermostApplicationFrame(List<String> stackPackages) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (isApplication(frames.get(i), stackPackages)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether any frame's class name ends with one of {@code names}. */
  public boolean passes(String... names) {
    return frames.stream()
        .anyMatch(frame -> Arrays.stream(names).anyMatch(frame.getClassName()::endsWith));
  }

  /** Whether a timer of the JDK or of the stack made the call. */
  public boolean isTimer() {
    return passes(
        "ScheduledFutureTask",
        "ScheduledThreadPoolExecutor$ScheduledFutureTask",
        "TimerThread",
        "HashedWheelTimer$HashedWheelTimeout");
  }

  private static boolean isApplication(StackTraceElement frame, List<String> stackPackages) {
    String type = frame.getClassName();
    return !startsWithAny(type, JDK) && !startsWithAny(type, stackPackages);
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }

  /** One frame a line, as in a stack trace. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement frame : frames) {
      text.append("at ").append(frame).append('\n');
    }
    return text.toString();
  }
}
