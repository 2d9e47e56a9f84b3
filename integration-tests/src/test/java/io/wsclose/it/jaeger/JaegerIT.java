// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static io.wsclose.it.jaeger.BrokenConnections.ENDINGS;
import static io.wsclose.it.jaeger.BrokenConnections.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.it.jaeger.BrokenConnections.Ending;
import io.wsclose.it.scenario.Expectation;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator finds in a real Jaeger after connections broke, and how. */
class JaegerIT {
  private static final Pattern IDS = Pattern.compile(" id=(\\S+) trace=(\\S+) ");

  private static Instant start;
  private static Jaeger jaeger;
  private static BrokenConnections connections;

  @BeforeAll
  static void breakConnections() throws IOException {
    jaeger = Jaeger.start();
    start = Instant.now();
    connections = BrokenConnections.in(jaeger);
  }

  @AfterAll
  static void stop() {
    // what was not started for want of a Jaeger
    if (connections != null) {
      connections.close();
    }
    if (jaeger != null) {
      jaeger.close();
    }
  }

  static List<Ending> endings() {
    return ENDINGS;
  }

  @Test
  void listsTheServiceAndACauseAsEachOperation() throws IOException {
    assertThat(jaeger.api().services()).containsOnlyOnce(SERVICE);
    assertThat(jaeger.api().operations(SERVICE))
        .containsExactlyInAnyOrderElementsOf(
            ENDINGS.stream().map(Ending::operation).distinct().toList());
  }

  @ParameterizedTest
  @MethodSource("endings")
  void findsItByServiceAndOperation(Ending ending) throws IOException {
    assertThat(search().operation(ending.operation()).spans())
        .extracting(span -> span.text("url.path"))
        .containsExactlyInAnyOrderElementsOf(
            paths(other -> other.operation().equals(ending.operation())));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void findsItByTags(Ending ending) throws IOException {
    assertThat(found("url.path", ending.path())).containsExactly(ending.path());
    assertThat(found("websocket.close.cause", ending.cause()))
        .containsExactlyInAnyOrderElementsOf(paths(other -> other.cause().equals(ending.cause())));
    assertThat(
            search()
                .operation(ending.operation())
                .tags(Map.of("url.path", ending.path(), "websocket.close.cause", ending.cause()))
                .spans())
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void findsItByTheIdsOfItsLogLine(Ending ending) throws IOException {
    Matcher ids = IDS.matcher(logLine(ending.path()));
    assertThat(ids.find()).isTrue();
    assertThat(found("websocket.connection.id", ids.group(1))).containsExactly(ending.path());
    assertThat(jaeger.api().trace(ids.group(2)))
        .extracting(span -> span.text("url.path"))
        .containsExactly(ending.path());
  }

  @Test
  void findsTheAbnormalOnesByError() throws IOException {
    if (!ErrorSearch.worksIn(jaeger)) {
      String line = "not tested: this Jaeger finds no span at all by error=true, whoever sent it";
      JaegerSource.say(line);
      abort(line);
    }
    assertThat(found("error", "true")).containsExactlyInAnyOrderElementsOf(paths(Ending::isError));
  }

  @Test
  void findsNumbersAndBooleans() throws IOException {
    assertThat(found("websocket.close.sent.code", "4001")).containsExactly("/chat/kick");
    assertThat(found("http.response.status_code", "404")).containsExactly("/nowhere/refused-404");
    assertThat(found("websocket.close.clean", "true"))
        .containsExactlyInAnyOrder("/chat/clean-close", "/chat/kick", "/chat/close-with-trace");
  }

  @Test
  void findsNothingThatIsNotThere() throws IOException {
    assertThat(found("websocket.close.cause", "proxy.idle_timeout")).isEmpty();
    assertThat(found("url.path", "/chat")).isEmpty();
    assertThat(search().operation("websocket close").spans()).isEmpty();
    assertThat(search().tags(Map.of("url.path", "/chat/rst", "error", "false")).spans()).isEmpty();
    assertThat(jaeger.api().search("caht").spans()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void hasAllTags(Ending ending) {
    JaegerSpan span = connections.awaitSpan(ending.path());
    assertThat(span.service()).isEqualTo(SERVICE);
    assertThat(span.operation()).isEqualTo(ending.operation());
    assertThat(span.warnings()).isEmpty();
    assertThat(span.tags())
        .contains(
            entry("span.kind", "internal"),
            entry("otel.scope.name", "io.wsclose"),
            entry("url.scheme", "ws"),
            entry("websocket.stack", "netty"),
            entry("websocket.close.cause", ending.cause()))
        .containsKeys("network.peer.port", "websocket.close.hint", "websocket.connection.age_ms");
    ending
        .scenario()
        .expected()
        .attributes()
        .forEach(
            (key, value) -> {
              if (value.equals(Expectation.ABSENT)) {
                assertThat(span.tags()).doesNotContainKey(key);
              } else {
                assertThat(Expectation.allows(value, span.tags().get(key)))
                    .as("%s: expected %s, was %s", key, value, span.tags().get(key))
                    .isTrue();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("endings")
  void isAnErrorWithTheSummaryOrNone(Ending ending) {
    JaegerSpan span = connections.awaitSpan(ending.path());
    assertThat(span.text("websocket.close.summary")).isNotBlank();
    if (ending.isError()) {
      assertThat(span.tags())
          .contains(
              entry("error", true),
              entry("error.type", ending.cause()),
              entry("otel.status_code", "ERROR"),
              entry("otel.status_description", span.text("websocket.close.summary")));
    } else {
      assertThat(span.tags())
          .doesNotContainKeys("error", "error.type", "otel.status_code", "otel.status_description");
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void hasReadableArrays(Ending ending) {
    JaegerSpan span = connections.awaitSpan(ending.path());
    assertThat(span.texts("websocket.close.evidence"))
        .isNotEmpty()
        .allSatisfy(fact -> assertThat(fact).matches("\\p{Print}{5,}"));
    // Jaeger shows the text as it is: escapes would be read by people
    assertThat(span.text("websocket.close.evidence")).doesNotContain("\\u");
    if (ending.scenario().expected().opened()) {
      assertThat(span.texts("websocket.frames.last"))
          .hasSameSizeAs(span.logs("websocket.frame"))
          .allSatisfy(frame -> assertThat(frame).contains(" s ").containsAnyOf("received", "sent"));
    }
  }

  @Test
  void showsEachFrameAsALog() {
    JaegerSpan span = connections.awaitSpan("/chat/kick");
    List<JaegerSpan.Log> frames = span.logs("websocket.frame");
    assertThat(frames)
        .extracting(
            frame -> frame.fields().get("websocket.frame.direction"),
            frame -> frame.fields().get("websocket.frame.opcode"),
            frame -> frame.fields().get("websocket.frame.length"))
        .containsExactly(
            tuple("received", "text", 5L),
            tuple("sent", "text", 5L),
            tuple("received", "text", 5L),
            tuple("sent", "close", 23L),
            tuple("received", "close", 2L));
    assertThat(frames)
        .allSatisfy(
            frame ->
                assertThat(frame.fields())
                    .contains(
                        entry("event", "websocket.frame"),
                        entry("websocket.frame.fin", true),
                        entry("websocket.frame.compressed", false))
                    .hasSize(6));
    assertThat(frames).extracting(JaegerSpan.Log::time).isSorted();
    // the Close frame began the end: before its span Jaeger's page would hide it behind a click
    assertThat(frames.get(3).time())
        .isAfterOrEqualTo(span.start())
        .isCloseTo(span.start(), within(50, ChronoUnit.MILLIS));
  }

  @Test
  void showsExceptionsWithTheirStackTraces() {
    JaegerSpan span = connections.awaitSpan("/chat/throw");
    assertThat(span.logs("exception"))
        .as("Jaeger's page hides what is before the span")
        .allSatisfy(log -> assertThat(log.time()).isAfterOrEqualTo(span.start()));
    assertThat(span.logs("exception").get(0).fields())
        .contains(
            entry("exception.type", "java.lang.IllegalStateException"),
            entry("exception.message", "no such room: 42"))
        .extractingByKey("exception.stacktrace")
        .asString()
        .startsWith("java.lang.IllegalStateException: no such room: 42\n")
        .contains("\tat com.acme.chat.ChatHandler.hear(ChatHandler.java:");
    assertThat(connections.awaitSpan("/chat/rst").logs("exception").get(0).fields())
        .contains(
            entry("exception.type", "java.net.SocketException"),
            entry("exception.message", "Connection reset"))
        .extractingByKey("exception.stacktrace")
        .asString()
        .contains("\tat ");
    assertThat(connections.awaitSpan("/chat/clean-close").logs("exception")).isEmpty();
  }

  @Test
  void leadsBackToTheHandshakesTrace() throws IOException {
    JaegerSpan span = connections.awaitSpan("/chat/close-with-trace");
    String handshake = span.text("websocket.handshake.trace_id");
    assertThat(handshake).hasSize(32).isNotEqualTo(span.traceId());
    assertThat(span.references()).containsExactly("FOLLOWS_FROM " + handshake);
    assertThat(found("websocket.handshake.trace_id", handshake))
        .containsExactly("/chat/close-with-trace");
  }

  @Test
  void isFoundWhenItEndedAndNotWhenItOpened() throws IOException {
    // the service ends it 0.4 s after its opening
    String path = "/lounge/times";
    Instant opened;
    try (RawPeer peer = RawPeer.open(connections.service().port(), Opening.of(path))) {
      peer.echo("hello");
      opened = Instant.now();
      peer.answerToEnd();
    }
    Instant ended = Instant.now();
    Instant between = opened.plus(Duration.ofMillis(200));
    JaegerSpan span = connections.awaitSpan(path);
    assertThat(span.start()).isBetween(between, ended);
    assertThat(span.end()).isBetween(span.start(), Instant.now());

    assertThat(search().tags(Map.of("url.path", path)).between(between, ended).spans()).hasSize(1);
    assertThat(search().tags(Map.of("url.path", path)).between(start, between).spans()).isEmpty();
    assertThat(search().between(start.minus(Duration.ofHours(1)), start).spans()).isEmpty();
  }

  private static JaegerApi.Search search() {
    return jaeger.api().search(SERVICE);
  }

  /** Paths of the connections that a search for this tag finds. */
  private static List<String> found(String tag, String value) throws IOException {
    return search().tags(Map.of(tag, value)).spans().stream()
        .map(span -> span.text("url.path"))
        .toList();
  }

  private static List<String> paths(Predicate<Ending> which) {
    return ENDINGS.stream().filter(which).map(Ending::path).toList();
  }

  private static String logLine(String path) {
    return connections
        .service()
        .jvm()
        .stderr()
        .await(
            line -> line.contains("websocket closed ") && line.contains(" " + path + " "),
            path,
            Service.PATIENCE);
  }
}
