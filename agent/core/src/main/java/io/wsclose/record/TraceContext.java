// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The span that the opening handshake belonged to, as in W3C Trace Context section 3.2. */
public final class TraceContext {
  private static final TraceContext NONE = new TraceContext("", "", false);
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private final String traceId;
  private final String spanId;
  private final boolean sampled;

  private TraceContext(String traceId, String spanId, boolean sampled) {
    this.traceId = traceId;
    this.spanId = spanId;
    this.sampled = sampled;
  }

  public static TraceContext none() {
    return NONE;
  }

  public static TraceContext of(String traceId, String spanId, boolean sampled) {
    return new TraceContext(traceId, spanId, sampled);
  }

  /** The context in a {@code traceparent} header, or none if it is malformed. */
  static TraceContext parse(String traceparent) {
    Matcher matcher = TRACEPARENT.matcher(traceparent);
    if (!matcher.matches() || isZero(matcher.group(1)) || isZero(matcher.group(2))) {
      return NONE;
    }
    if (traceparent.startsWith("00") && matcher.group(4) != null) {
      return NONE;
    }
    boolean sampled = (Integer.parseInt(matcher.group(3), 16) & 1) != 0;
    return new TraceContext(matcher.group(1), matcher.group(2), sampled);
  }

  private static boolean isZero(String id) {
    return id.replace("0", "").isEmpty();
  }

  public boolean isPresent() {
    return !traceId.isEmpty();
  }

  public String traceId() {
    return traceId;
  }

  public String spanId() {
    return spanId;
  }

  public boolean isSampled() {
    return sampled;
  }
}
