package io.wsclose.instrumentation;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Failures of advice, each of which comes here: told once a kind and place. */
final class HookFailures implements Consumer<Throwable> {
  private static final int MAX_TOLD = 64;
  private static final int MAX_MESSAGE = 200;

  private final Notices notices;
  private final Set<String> told = new HashSet<String>();

  HookFailures(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void accept(Throwable failure) {
    String place = failure.getClass().getName() + placeOf(failure);
    synchronized (told) {
      if (told.size() >= MAX_TOLD || !told.add(place)) {
        return;
      }
    }
    notices.tell("a hook failed, the application is not affected: " + place + messageOf(failure));
  }

  /** Advice is inlined, so the frame of the advised method is the hook's. */
  private static String placeOf(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (!frame.getClassName().startsWith("io.wsclose.")
          && !frame.getClassName().startsWith("java.")) {
        return " in " + frame.getClassName() + "#" + frame.getMethodName();
      }
    }
    return "";
  }

  private static String messageOf(Throwable failure) {
    String message;
    try {
      message = failure.getMessage();
    } catch (Throwable applicationCode) {
      return "";
    }
    if (message == null) {
      return "";
    }
    return ": " + message.substring(0, Math.min(MAX_MESSAGE, message.length()));
  }
}
