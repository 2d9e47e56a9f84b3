// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import io.wsclose.record.CallSite;
import java.util.List;
import java.util.Optional;

/**
 * The call stack of a close for people: down to the caller of the application's own method, below
 * which all call stacks of a server look alike, and with long runs of one library in one line.
 */
final class CallStackText {
  private static final int ENOUGH_WITHOUT_APPLICATION = 12;

  /** A run of this many calls of one library, or more, becomes two lines. */
  private static final int LONG_RUN = 4;

  private CallStackText() {}

  static String of(List<StackTraceElement> calls, Optional<CallSite> site) {
    int shown = shown(calls, site);
    TraceText text = new TraceText();
    for (int i = 0; i < shown; ) {
      int end = endOfRun(calls, i, shown, site);
      text.frames(calls.subList(i, i + 1));
      i++;
      if (end - i + 1 >= LONG_RUN) {
        text.line("\t... " + (end - i) + " calls of " + library(calls.get(i)));
        i = end;
      }
    }
    int more = calls.size() - shown;
    return (more == 0 ? text : text.line("\t... " + more + " more")).toString();
  }

  private static int shown(List<StackTraceElement> calls, Optional<CallSite> site) {
    int asked =
        site.filter(CallSite::isApplication).map(CallSite::call).map(calls::indexOf).orElse(-1);
    int enough = asked < 0 ? ENOUGH_WITHOUT_APPLICATION : asked + 2;
    return calls.size() > enough + 1 ? enough : calls.size();
  }

  private static int endOfRun(
      List<StackTraceElement> calls, int start, int limit, Optional<CallSite> site) {
    String library = library(calls.get(start));
    int end = start;
    while (end < limit
        && library(calls.get(end)).equals(library)
        && !site.map(CallSite::call).filter(calls.get(end)::equals).isPresent()) {
      end++;
    }
    return Math.max(end, start + 1);
  }

  /** The first two segments of the package: {@code org.example}. */
  private static String library(StackTraceElement call) {
    String type = call.getClassName();
    int second = type.indexOf('.', type.indexOf('.') + 1);
    return second < 0 ? type : type.substring(0, second);
  }
}
