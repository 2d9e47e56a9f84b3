// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.Caller;
import io.wsclose.bootstrap.CodePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stack trace of a call, innermost first, bounded, without the agent's own calls. Of a deep one
 * the outermost calls are kept too, though not shown: they say what started the thread's work.
 */
public final class CallTrace {
  /** A StackTraceElement on the heap; its strings are shared with the class. */
  static final int FRAME_BYTES = 56;

  private static final List<String> JDK =
      Arrays.asList("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private static final List<String> JDK_TIMER = Collections.singletonList("java.util.TimerThread");
  private static final List<String> SCHEDULED_POOL =
      Collections.singletonList(
          "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask");
  private static final List<String> REPEATING = Collections.singletonList("runAndReset");

  /** Whose code made the calls above the stack, as far as it is known. */
  private enum Whose {
    /** Nothing distinguishes libraries from the application. */
    UNKNOWN,
    LIBRARIES,
    /** The application's innermost call is known. */
    APPLICATION
  }

  private final List<StackTraceElement> frames;

  /** Those frames, then the outermost ones beyond them. */
  private final List<StackTraceElement> withOutermost;

  private final Whose whose;

  /** Null unless the application's call is known. */
  private final StackTraceElement own;

  private CallTrace(List<StackTraceElement> withOutermost, Whose whose, StackTraceElement own) {
    int shown = Math.min(Caller.MAX_INNERMOST, withOutermost.size());
    this.frames = Collections.unmodifiableList(withOutermost.subList(0, shown));
    this.withOutermost = withOutermost;
    this.whose = whose;
    this.own = own;
  }

  public static CallTrace of(StackTraceElement... trace) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (StackTraceElement call : Caller.bounded(trace)) {
      if (!call.getClassName().startsWith("io.wsclose.bootstrap.")) {
        frames.add(call);
      }
    }
    return new CallTrace(frames, Whose.UNKNOWN, null);
  }

  /**
   * Tells the application's calls from those of its libraries.
   *
   * @param stackPackages prefixes that the stack's own classes have
   */
  static CallTrace of(Caller caller, ApplicationCode code, List<String> stackPackages) {
    CallTrace trace = of(caller.getStackTrace());
    Map<String, CodePlace> places = caller.places();
    if (places.isEmpty()) {
      return trace;
    }
    List<StackTraceElement> above = new ArrayList<>();
    Set<String> stackPlaces = new HashSet<>();
    for (StackTraceElement call : trace.frames) {
      if (isApplication(call, stackPackages)) {
        above.add(call);
      } else if (places.containsKey(call.getClassName())) {
        stackPlaces.add(places.get(call.getClassName()).url());
      }
    }
    int own = code.innermost(above, places, stackPlaces);
    if (own >= 0) {
      return new CallTrace(trace.withOutermost, Whose.APPLICATION, above.get(own));
    }
    return code.mayBeOneJar(above, places)
        ? trace
        : new CallTrace(trace.withOutermost, Whose.LIBRARIES, null);
  }

  /**
   * The call that asked: the innermost one that the application made, or, where it made none, the
   * outermost of the library that the stack had called. Empty where the stack asked itself.
   *
   * @param stackPackages prefixes that the stack's own classes have
   */
  public Optional<CallSite> site(List<String> stackPackages) {
    if (whose == Whose.APPLICATION) {
      return Optional.of(new CallSite(own, true));
    }
    Optional<StackTraceElement> innermost = applicationFrame(stackPackages);
    if (whose == Whose.UNKNOWN) {
      return innermost.map(call -> new CallSite(call, true));
    }
    return innermost.map(call -> new CallSite(outermostFrom(call, stackPackages), false));
  }

  private StackTraceElement outermostFrom(StackTraceElement innermost, List<String> stackPackages) {
    StackTraceElement outermost = innermost;
    for (StackTraceElement call : frames.subList(frames.indexOf(innermost), frames.size())) {
      if (startsWithAny(call.getClassName(), stackPackages)) {
        break;
      }
      outermost = startsWithAny(call.getClassName(), JDK) ? outermost : call;
    }
    return outermost;
  }

  public List<StackTraceElement> frames() {
    return frames;
  }

  /**
   * The innermost frame that is neither the JDK's nor the stack's own: the application's or a
   * library's, see {@link #site}.
   *
   * @param stackPackages prefixes that the stack's own classes have
   */
  public Optional<StackTraceElement> applicationFrame(List<String> stackPackages) {
    return frames.stream().filter(frame -> isApplication(frame, stackPackages)).findFirst();
  }

  /** The innermost frame that is not the JDK's: of an exception, the code that threw. */
  public Optional<StackTraceElement> thrower() {
    return applicationFrame(Collections.emptyList());
  }

  /** Whether any frame's class name ends with one of {@code names}. */
  public boolean passes(List<String> names) {
    return withOutermost.stream()
        .anyMatch(frame -> names.stream().anyMatch(frame.getClassName()::endsWith));
  }

  /** Whether any frame's method is one of {@code names}. */
  public boolean passesMethod(List<String> names) {
    return withOutermost.stream().anyMatch(frame -> names.contains(frame.getMethodName()));
  }

  /**
   * Whether a timer made the call. A task of the JDK's ScheduledThreadPoolExecutor is surely one
   * only where it repeats: its {@code execute} runs ordinary work in the same frames as a delayed
   * task, and some libraries run all of their work there.
   *
   * @param timersOfStacks see {@link StackInstance#timers}
   */
  public boolean isTimer(List<String> timersOfStacks) {
    return passes(JDK_TIMER)
        || passes(timersOfStacks)
        || isOnScheduledPool() && passesMethod(REPEATING);
  }

  /** Whether the call came from the JDK's pool for timers, which may or may not mean a timer. */
  public boolean isOnScheduledPool() {
    return passes(SCHEDULED_POOL);
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
