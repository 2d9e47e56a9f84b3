// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wsclose.cause.Cause;
import io.wsclose.event.SampleEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SdkBuilderTest {
  private static final long FLUSH = 10_000_000_000L;

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> before = new TreeMap<>();

  private void set(String property, String value) {
    before.put(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }

  @AfterEach
  void restore() {
    before.forEach(
        (property, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }

  @Test
  void sendsSpansByHttpWhateverTheApplicationsOtherSignalsAre() throws IOException {
    List<String> requests = Collections.synchronizedList(new ArrayList<>());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          requests.add(
              exchange.getRequestURI() + " " + new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      set("otel.exporter.otlp.endpoint", "http://localhost:" + server.getAddress().getPort());
      set("otel.metrics.exporter", "prometheus");
      set("otel.propagators", "b3");
      OpenTelemetrySpans spans = new OpenTelemetrySpans(false, "1.2.3", told::add);
      String traceId = spans.span(SampleEvents.of(Cause.PEER_RESET));
      spans.flush(FLUSH);
      assertThat(traceId).hasSize(32);
      assertThat(requests).hasSize(1);
      assertThat(requests.get(0))
          .startsWith("/v1/traces ")
          .contains("websocket close peer.reset")
          .contains("1.2.3");
      assertThat(told).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anUnknownExporterIsToldAndLogLinesGoOn() {
    set("otel.traces.exporter", "nonesuch");
    OpenTelemetrySpans spans = new OpenTelemetrySpans(false, "", told::add);
    assertThat(spans.span(SampleEvents.of(Cause.PEER_RESET))).isEmpty();
    assertThat(spans.span(SampleEvents.of(Cause.PEER_RESET))).isEmpty();
    spans.flush(FLUSH);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("no spans, log lines only: ").contains("nonesuch");
  }

  @Test
  void anAnswerThatRefusesIsToldWithItsStatusAndWithoutCredentials() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      int port = server.getAddress().getPort();
      set("otel.exporter.otlp.endpoint", "http://me:secret@localhost:" + port + "/");
      OpenTelemetrySpans spans = new OpenTelemetrySpans(false, "", told::add);
      spans.span(SampleEvents.of(Cause.PEER_RESET));
      spans.flush(FLUSH);
      assertThat(told)
          .first()
          .isEqualTo(
              "spans cannot be sent to http://localhost:"
                  + port
                  + "/: HTTP status 404 (reported once; log lines continue)");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void withoutAnExporterThereIsNoTraceToBeFound() {
    set("otel.traces.exporter", "none");
    OpenTelemetrySpans spans = new OpenTelemetrySpans(false, "", told::add);
    assertThat(spans.span(SampleEvents.of(Cause.PEER_RESET))).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void valuesOfSettingsAreNotShown() {
    set("otel.exporter.otlp.endpoint", "http://localhost:4318/?key=secret");
    new OpenTelemetrySpans(false, "", told::add).span(SampleEvents.of(Cause.PEER_RESET));
    System.clearProperty("otel.exporter.otlp.endpoint");
    set("otel.exporter.otlp.headers", "Authorization secret");
    new OpenTelemetrySpans(false, "", told::add).span(SampleEvents.of(Cause.PEER_RESET));
    assertThat(told)
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("no spans").doesNotContain("secret"));
  }
}
