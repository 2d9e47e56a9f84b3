// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * What an event needs of a Throwable, copied so that nothing of the application is held.
 *
 * <p>{@code getMessage()} may be application code: it is called once, guarded and bounded. Cause
 * chains can be cyclic; they are cut after a few links.
 */
public final class ThrowableSnapshot {
  private static final int MAX_CAUSES = 8;
  private static final int MAX_MESSAGE = 512;
  private static final int MAX_FRAMES = 64;
  private static final int BRIEF_FRAMES = 4;

  private final String type;
  private final String message;
  private final List<StackTraceElement> frames;
  private final List<ThrowableSnapshot> causes;

  private ThrowableSnapshot(
      String type, String message, List<StackTraceElement> frames, List<ThrowableSnapshot> causes) {
    this.type = type;
    this.message = message;
    this.frames = Collections.unmodifiableList(frames);
    this.causes = Collections.unmodifiableList(causes);
  }

  public static ThrowableSnapshot of(Throwable throwable) {
    List<ThrowableSnapshot> causes = new ArrayList<>();
    Map<Throwable, Boolean> seen = new IdentityHashMap<>();
    seen.put(throwable, true);
    Throwable cause = causeOf(throwable);
    while (cause != null && causes.size() < MAX_CAUSES && seen.put(cause, true) == null) {
      causes.add(single(cause, Collections.emptyList()));
      cause = causeOf(cause);
    }
    return single(throwable, causes);
  }

  private static ThrowableSnapshot single(Throwable throwable, List<ThrowableSnapshot> causes) {
    return new ThrowableSnapshot(
        throwable.getClass().getName(), messageOf(throwable), framesOf(throwable), causes);
  }

  /**
   * Stacks report whatever their parser met in the words that they have for bad frames. No frame
   * can use up memory, threads or the places of a pool, or break a class.
   */
  static boolean isOwnFault(Throwable failure) {
    Throwable link = failure;
    for (int i = 0; i < MAX_CAUSES && link != null; i++) {
      if (link instanceof Error || link instanceof RejectedExecutionException) {
        return true;
      }
      link = causeOf(link);
    }
    return false;
  }

  /** Its cause, or null: {@code getCause()} may be application code too. */
  static Throwable causeOf(Throwable throwable) {
    try {
      return throwable.getCause();
    } catch (Throwable e) {
      return null;
    }
  }

  private static String messageOf(Throwable throwable) {
    try {
      String message = throwable.getMessage();
      return message == null ? "" : MessageText.bounded(message, MAX_MESSAGE);
    } catch (Throwable e) {
      return "";
    }
  }

  private static List<StackTraceElement> framesOf(Throwable throwable) {
    List<StackTraceElement> frames = new ArrayList<>();
    try {
      for (StackTraceElement frame : throwable.getStackTrace()) {
        if (frames.size() == MAX_FRAMES) {
          break;
        }
        frames.add(frame);
      }
    } catch (Throwable e) {
      frames.clear();
    }
    return frames;
  }

  /** Class name. */
  public String type() {
    return type;
  }

  /** Class name without its package. */
  public String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /**
   * @param types names of classes, or their ends
   */
  public boolean isAny(List<String> types) {
    return types.stream().anyMatch(type::endsWith);
  }

  /** Never null; URIs in it have lost their query. */
  public String message() {
    return message;
  }

  public List<StackTraceElement> frames() {
    return frames;
  }

  /** The causes, outermost first. */
  public List<ThrowableSnapshot> causes() {
    return causes;
  }

  /** This and its causes, outermost first. */
  public List<ThrowableSnapshot> chain() {
    List<ThrowableSnapshot> chain = new ArrayList<>();
    chain.add(this);
    chain.addAll(causes);
    return chain;
  }

  /** What was thrown and where, without the rest of the stack trace and without causes. */
  ThrowableSnapshot inBrief() {
    List<StackTraceElement> top =
        new ArrayList<>(frames.subList(0, Math.min(BRIEF_FRAMES, frames.size())));
    return new ThrowableSnapshot(type, message, top, Collections.emptyList());
  }

  /** Bytes on the heap, roughly. */
  int weight() {
    int weight = 100 + 2 * message.length() + CallTrace.FRAME_BYTES * frames.size();
    for (ThrowableSnapshot cause : causes) {
      weight += cause.weight();
    }
    return weight;
  }

  /** Type and message, as in the first line of a stack trace. */
  @Override
  public String toString() {
    return message.isEmpty() ? type : type + ": " + message;
  }
}
