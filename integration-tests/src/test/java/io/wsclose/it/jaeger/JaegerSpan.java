// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A span as Jaeger's query API gives it. Values are {@code String}, {@code Long}, {@code Double} or
 * {@code Boolean}, as Jaeger says; it has no arrays.
 *
 * @param references {@code CHILD_OF} or {@code FOLLOWS_FROM} and a trace id
 * @param warnings what Jaeger finds wrong with it
 */
record JaegerSpan(
    String traceId,
    String operation,
    String service,
    Instant start,
    Instant end,
    List<String> references,
    Map<String, Object> tags,
    List<Log> logs,
    List<String> warnings) {

  /** Jaeger's word for a span event; its name is the field {@code event}. */
  record Log(Instant time, Map<String, Object> fields) {}

  /** All spans of this trace. */
  static List<JaegerSpan> of(JsonNode trace) {
    List<JaegerSpan> spans = new ArrayList<>();
    for (JsonNode span : trace.path("spans")) {
      Instant start = time(span.path("startTime"));
      String process = span.path("processID").stringValue();
      spans.add(
          new JaegerSpan(
              span.path("traceID").stringValue(),
              span.path("operationName").stringValue(),
              trace.path("processes").path(process).path("serviceName").stringValue(),
              start,
              start.plus(span.path("duration").longValue(), ChronoUnit.MICROS),
              references(span),
              values(span.path("tags")),
              logs(span),
              texts(span.path("warnings"))));
    }
    return spans;
  }

  String text(String key) {
    return tags.getOrDefault(key, "").toString();
  }

  /** An array attribute, which Jaeger turns into a text that looks like JSON. */
  List<String> texts(String key) {
    return texts(JsonMapper.shared().readTree(text(key)));
  }

  List<Log> logs(String event) {
    return logs.stream().filter(log -> event.equals(log.fields().get("event"))).toList();
  }

  private static List<Log> logs(JsonNode span) {
    List<Log> logs = new ArrayList<>();
    for (JsonNode log : span.path("logs")) {
      logs.add(new Log(time(log.path("timestamp")), values(log.path("fields"))));
    }
    return logs;
  }

  private static List<String> references(JsonNode span) {
    List<String> references = new ArrayList<>();
    for (JsonNode reference : span.path("references")) {
      references.add(
          reference.path("refType").stringValue() + " " + reference.path("traceID").stringValue());
    }
    return references;
  }

  private static Map<String, Object> values(JsonNode tags) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (JsonNode tag : tags) {
      String key = tag.path("key").stringValue();
      if (values.put(key, value(tag)) != null) {
        throw new IllegalStateException("twice: " + key);
      }
    }
    return values;
  }

  private static Object value(JsonNode tag) {
    JsonNode value = tag.path("value");
    String type = tag.path("type").stringValue();
    return switch (type) {
      case "string" -> value.stringValue();
      case "bool" -> value.booleanValue();
      case "int64" -> value.longValue();
      case "float64" -> value.doubleValue();
      default -> throw new IllegalStateException("unexpected type " + type + ": " + tag);
    };
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.stringValue()));
    return texts;
  }

  private static Instant time(JsonNode micros) {
    return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
  }
}
