// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query API that Jaeger's own web page uses. */
final class JaegerApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String NO_LIMIT = "1000";

  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  JaegerApi(URI address) {
    this.address = address;
  }

  boolean isUp() {
    try {
      return get("api/services").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  List<String> services() throws IOException {
    List<String> names = new ArrayList<>();
    data("api/services").forEach(name -> names.add(name.stringValue()));
    return names;
  }

  List<String> operations(String service) throws IOException {
    List<String> names = new ArrayList<>();
    data("api/operations?service=" + encoded(service))
        .forEach(operation -> names.add(operation.path("name").stringValue()));
    return names;
  }

  List<JaegerSpan> trace(String id) throws IOException {
    return spans("api/traces/" + id);
  }

  /** What is searched for: the fields of the search page. */
  Search search(String service) {
    return new Search().with("service", service).with("limit", NO_LIMIT);
  }

  /** The page itself. */
  String page() throws IOException {
    return get("").body();
  }

  final class Search {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Search operation(String name) {
      return with("operation", name);
    }

    Search tags(Map<String, String> tags) {
      return with("tags", JsonMapper.shared().writeValueAsString(tags));
    }

    /** Spans that start within these times. */
    Search between(Instant start, Instant end) {
      return with("start", micros(start)).with("end", micros(end));
    }

    /** The spans of all traces found. */
    List<JaegerSpan> spans() throws IOException {
      return JaegerApi.this.spans(
          parameters.entrySet().stream()
              .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
              .collect(Collectors.joining("&", "api/traces?", "")));
    }

    private Search with(String key, String value) {
      parameters.put(key, value);
      return this;
    }
  }

  private List<JaegerSpan> spans(String pathAndQuery) throws IOException {
    List<JaegerSpan> spans = new ArrayList<>();
    data(pathAndQuery).forEach(trace -> spans.addAll(JaegerSpan.of(trace)));
    return spans;
  }

  private JsonNode data(String pathAndQuery) throws IOException {
    HttpResponse<String> answer = get(pathAndQuery);
    if (answer.statusCode() != 200) {
      throw new IOException(pathAndQuery + ": " + answer.statusCode() + " " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body()).path("data");
  }

  private HttpResponse<String> get(String pathAndQuery) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(address.resolve(pathAndQuery)).timeout(PATIENCE).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String micros(Instant time) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
