// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the close event of a scenario must say. Immutable; what is not named is not checked beyond
 * what holds for every event.
 *
 * @param confidences those that are right, any if empty
 * @param attributes value by key; a {@code Collection} stands for any one of its members, a range
 *     for any number in it, {@link #ABSENT} for none
 * @param contains parts that the attribute's text must have, by key
 * @param exceptions parts of the types of exceptions that must be among the exception events
 */
public record Expectation(
    String cause,
    boolean opened,
    Set<String> confidences,
    Map<String, Object> attributes,
    Map<String, String> contains,
    List<String> exceptions) {

  public static final Object ABSENT = "(absent)";

  private static final int NO_STATUS = 1005;

  /** A connection that was open, and ended for this cause. */
  public static Expectation of(String cause) {
    return new Expectation(cause, true, Set.of(), Map.of(), Map.of(), List.of());
  }

  /** An attempt that the server answered with this status. */
  public static Expectation refused(String cause, int status) {
    return new Expectation(cause, false, Set.of(), Map.of(), Map.of(), List.of())
        .with("http.response.status_code", (long) status)
        .abnormalClosure();
  }

  /** An attempt that never got an answer. */
  public static Expectation unanswered(String cause) {
    return new Expectation(cause, false, Set.of(), Map.of(), Map.of(), List.of()).abnormalClosure();
  }

  public Expectation confidence(String... any) {
    return new Expectation(cause, opened, Set.of(any), attributes, contains, exceptions);
  }

  public Expectation because(String other) {
    return new Expectation(other, opened, confidences, attributes, contains, exceptions);
  }

  public Expectation with(String key, Object value) {
    return new Expectation(
        cause, opened, confidences, plus(attributes, key, value), contains, exceptions);
  }

  public Expectation oneOf(String key, Object... values) {
    return with(key, List.of(values));
  }

  /** A number from {@code least} to {@code most}. */
  public Expectation between(String key, long least, long most) {
    return with(key, new Range(least, most));
  }

  public Expectation without(String key) {
    return with(key, ABSENT);
  }

  public Expectation containing(String key, String part) {
    return new Expectation(
        cause, opened, confidences, attributes, plus(contains, key, part), exceptions);
  }

  public Expectation exception(String type) {
    List<String> more = new ArrayList<>(exceptions);
    more.add(type);
    return new Expectation(cause, opened, confidences, attributes, contains, List.copyOf(more));
  }

  /** The peer's Close frame, which makes the close code of the connection. */
  public Expectation received(int code, String reason) {
    return with("websocket.close.received.code", (long) code)
        .reason("websocket.close.received.reason", reason)
        .with("websocket.close.code", (long) code);
  }

  /** A Close frame without a status code. */
  public Expectation receivedWithoutCode() {
    return received(NO_STATUS, "");
  }

  /** The first Close frame of the service. */
  public Expectation sent(int code, String reason) {
    return with("websocket.close.sent.code", (long) code)
        .reason("websocket.close.sent.reason", reason);
  }

  public Expectation nothingSent() {
    return without("websocket.close.sent.code").without("websocket.close.sent.reason");
  }

  /** No Close frame came: what a browser would show as 1006. */
  public Expectation abnormalClosure() {
    return with("websocket.close.code", 1006L).without("websocket.close.received.code");
  }

  public Expectation clean(boolean clean) {
    return with("websocket.close.clean", clean);
  }

  public Expectation socket(String event, String... operations) {
    return with("websocket.socket.event", event)
        .with("websocket.socket.operation", List.of(operations));
  }

  public Expectation callSite(String part) {
    return containing("websocket.close.call_site", part);
  }

  public Expectation evidence(String part) {
    return containing("websocket.close.evidence", part);
  }

  private Expectation reason(String key, String reason) {
    return reason.isEmpty() ? without(key) : with(key, reason);
  }

  private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return Map.copyOf(more);
  }

  /** Whether the value of an attribute is the expected one, or one of those. */
  public static boolean allows(Object expected, Object actual) {
    if (expected instanceof Range range) {
      return actual instanceof Long number && range.least() <= number && number <= range.most();
    }
    return expected instanceof Collection<?> any ? any.contains(actual) : expected.equals(actual);
  }

  private record Range(long least, long most) {}
}
