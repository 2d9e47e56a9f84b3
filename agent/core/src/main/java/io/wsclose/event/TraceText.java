// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import java.util.List;

/**
 * Stack frames as text, without the loader and module that {@link StackTraceElement#toString} puts
 * in front from Java 9 on: the same frame reads the same on every JVM.
 */
final class TraceText {
  private static final int MAX_TRACE = 8192;

  private final StringBuilder text = new StringBuilder();

  static String frame(StackTraceElement frame) {
    String file = frame.getFileName();
    String place =
        frame.isNativeMethod()
            ? "Native Method"
            : file == null
                ? "Unknown Source"
                : frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
    return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
  }

  TraceText line(String line) {
    if (text.length() < MAX_TRACE) {
      text.append(line).append('\n');
    }
    return this;
  }

  TraceText frames(List<StackTraceElement> frames) {
    return frames(frames, frames.size());
  }

  /** The first {@code count} frames; how many are left out is said as the JDK says it. */
  TraceText frames(List<StackTraceElement> frames, int count) {
    for (StackTraceElement frame : frames.subList(0, count)) {
      line("\tat " + frame(frame));
    }
    return count == frames.size() ? this : line("\t... " + (frames.size() - count) + " more");
  }

  /** Whole lines, at most 8 Ki characters. */
  @Override
  public String toString() {
    if (text.length() <= MAX_TRACE) {
      return text.toString();
    }
    return text.substring(0, text.lastIndexOf("\n", MAX_TRACE - 2) + 1) + "…";
  }
}
