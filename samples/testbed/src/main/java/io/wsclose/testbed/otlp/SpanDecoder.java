// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the protobuf body of an OTLP trace export. */
final class SpanDecoder {
  private SpanDecoder() {}

  static List<ReceivedSpan> decode(byte[] body) throws IOException {
    List<ReceivedSpan> spans = new ArrayList<>();
    for (ResourceSpans resource :
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
      Map<String, Object> attributes = attributes(resource.getResource().getAttributesList());
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          spans.add(decode(span, scope.getScope(), attributes));
        }
      }
    }
    return spans;
  }

  private static ReceivedSpan decode(
      Span span, InstrumentationScope scope, Map<String, Object> resource) {
    return new ReceivedSpan(
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        instant(span.getStartTimeUnixNano()),
        instant(span.getEndTimeUnixNano()),
        attributes(span.getAttributesList()),
        span.getEventsList().stream()
            .map(
                event ->
                    new ReceivedSpan.Event(
                        event.getName(),
                        instant(event.getTimeUnixNano()),
                        attributes(event.getAttributesList())))
            .toList(),
        span.getLinksList().stream()
            .map(link -> new ReceivedSpan.Link(hex(link.getTraceId()), hex(link.getSpanId())))
            .toList(),
        new ReceivedSpan.Status(
            span.getStatus().getCode().name().replace("STATUS_CODE_", ""),
            span.getStatus().getMessage()),
        scope.getName(),
        scope.getVersion(),
        resource);
  }

  private static Map<String, Object> attributes(List<KeyValue> pairs) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (KeyValue pair : pairs) {
      Object former = attributes.put(pair.getKey(), value(pair.getValue()));
      if (former != null) {
        throw new IllegalStateException("attribute sent twice: " + pair.getKey());
      }
    }
    return attributes;
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(SpanDecoder::value).toList();
      default -> throw new IllegalStateException("attribute value of kind " + value.getValueCase());
    };
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
