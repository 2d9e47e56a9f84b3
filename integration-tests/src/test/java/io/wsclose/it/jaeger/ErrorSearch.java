// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/**
 * Whether a Jaeger can search for {@code error=true} at all, by a span of our own. The memory
 * storage of Jaeger 2.13 cannot: it takes the text "true" of a query for a false
 * (jaegertracing/jaeger#8217).
 */
final class ErrorSearch {
  private static final String SERVICE = "control";
  private static final String SPAN =
      """
      {"resourceSpans": [{
        "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "%s"}}]},
        "scopeSpans": [{"spans": [{
          "traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174",
          "name": "control", "kind": 1,
          "startTimeUnixNano": "%d000000", "endTimeUnixNano": "%d000000",
          "status": {"code": 2}}]}]}]}
      """;

  private ErrorSearch() {}

  static boolean worksIn(Jaeger jaeger) throws IOException {
    send(jaeger);
    await().until(() -> jaeger.api().search(SERVICE).spans().size() == 1);
    return jaeger.api().search(SERVICE).tags(Map.of("error", "true")).spans().size() == 1;
  }

  private static void send(Jaeger jaeger) throws IOException {
    long now = Instant.now().toEpochMilli();
    HttpRequest export =
        HttpRequest.newBuilder(URI.create(jaeger.otlpEndpoint() + "/v1/traces"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(String.format(SPAN, SERVICE, now, now)))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(export, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
