// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.record.StackInstance;
import io.wsclose.record.TraceContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What leaves the agent for one connection: the same for every sink.
 *
 * <p>Times are nanoseconds since the epoch. Attribute values are {@link String}, {@link Long},
 * {@link Double}, {@link Boolean} or a {@code List<String>}.
 */
public final class CloseEvent {
  private final Cause cause;
  private final boolean error;
  private final String summary;
  private final String hint;
  private final long startNanos;
  private final long endNanos;
  private final Map<String, Object> attributes;
  private final List<TimedEvent> events;
  private final TraceContext handshakeTrace;
  private final StackInstance library;

  CloseEvent(
      Finding finding,
      boolean error,
      long startNanos,
      long endNanos,
      Map<String, Object> attributes,
      List<TimedEvent> events,
      TraceContext handshakeTrace,
      StackInstance library) {
    this.cause = finding.cause();
    this.error = error;
    this.summary = finding.summary();
    this.hint = finding.hint();
    this.startNanos = startNanos;
    this.endNanos = endNanos;
    this.attributes = Collections.unmodifiableMap(attributes);
    this.events = Collections.unmodifiableList(events);
    this.handshakeTrace = handshakeTrace;
    this.library = library;
  }

  /** {@code websocket close <cause>}. */
  public String name() {
    return "websocket close " + cause.id();
  }

  public Cause cause() {
    return cause;
  }

  /** Whether the end is abnormal. */
  public boolean isError() {
    return error;
  }

  public String summary() {
    return summary;
  }

  public String hint() {
    return hint;
  }

  /** First sign of the end. */
  public long startNanos() {
    return startNanos;
  }

  /** When the connection was gone; not before {@link #startNanos}. */
  public long endNanos() {
    return endNanos;
  }

  /** By the names of {@link EventAttributes}, in the order in which people read them. */
  public Map<String, Object> attributes() {
    return attributes;
  }

  /** Frames and exceptions. */
  public List<TimedEvent> events() {
    return events;
  }

  public TraceContext handshakeTrace() {
    return handshakeTrace;
  }

  /** The copy of the stack that it happened in: its loader leads to the application's logging. */
  public StackInstance library() {
    return library;
  }

  /** One span event. */
  public static final class TimedEvent {
    private final String name;
    private final long nanos;
    private final Map<String, Object> attributes;

    TimedEvent(String name, long nanos, Map<String, Object> attributes) {
      this.name = name;
      this.nanos = nanos;
      this.attributes = Collections.unmodifiableMap(attributes);
    }

    public String name() {
      return name;
    }

    /** Nanoseconds since the epoch. */
    public long nanos() {
      return nanos;
    }

    public Map<String, Object> attributes() {
      return attributes;
    }
  }
}
