// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.otlp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One span as it came over the wire. Attribute values are {@code String}, {@code Long}, {@code
 * Double}, {@code Boolean} or a {@code List} of those.
 *
 * @param parentSpanId empty for a root span
 */
public record ReceivedSpan(
    String name,
    String kind,
    String traceId,
    String spanId,
    String parentSpanId,
    Instant start,
    Instant end,
    Map<String, Object> attributes,
    List<Event> events,
    List<Link> links,
    Status status,
    String scope,
    String scopeVersion,
    Map<String, Object> resource) {

  public record Event(String name, Instant time, Map<String, Object> attributes) {}

  public record Link(String traceId, String spanId) {}

  /**
   * @param code {@code UNSET}, {@code OK} or {@code ERROR}
   */
  public record Status(String code, String description) {}

  public Optional<Object> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  /** The attribute as text; empty where there is none. */
  public String text(String key) {
    return attribute(key).map(Object::toString).orElse("");
  }

  /** The attribute as a list of texts; empty where there is none. */
  public List<String> texts(String key) {
    return attribute(key)
        .map(value -> ((List<?>) value).stream().map(String::valueOf).toList())
        .orElse(List.of());
  }

  public List<Event> events(String eventName) {
    return events.stream().filter(event -> event.name().equals(eventName)).toList();
  }
}
