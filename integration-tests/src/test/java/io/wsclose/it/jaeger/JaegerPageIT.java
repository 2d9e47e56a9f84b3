// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static io.wsclose.it.jaeger.BrokenConnections.ENDINGS;
import static io.wsclose.it.jaeger.BrokenConnections.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.it.jaeger.BrokenConnections.Ending;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to be read on Jaeger's own web page, in a real browser. */
class JaegerPageIT {
  /** A browser needs its time where others want the processors, too. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static Browser browser;
  private static Jaeger jaeger;
  private static BrokenConnections connections;

  @BeforeAll
  static void breakConnections() throws IOException {
    browser =
        Browser.find()
            .orElseGet(() -> skip("no chromium, chromium-browser or google-chrome on the PATH"));
    jaeger = Jaeger.start(GivenPage.find());
    if (!jaeger.api().page().contains("jaeger-ui-root")) {
      skip("this Jaeger has no web page in it; " + GivenPage.VARIABLE + "=/folder can name one");
    }
    connections = BrokenConnections.in(jaeger);
  }

  private static <T> T skip(String why) {
    String line = "tests with Jaeger's web page are skipped: " + why;
    JaegerSource.say(line);
    return abort(line);
  }

  @AfterAll
  static void stop() {
    // what was not started for want of something
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
  void searchListsACauseWithEachTrace() {
    read(
        "search?service=" + SERVICE + "&limit=20&lookback=1h",
        text -> {
          for (Ending ending : ENDINGS) {
            assertThat(text).contains(SERVICE + ": " + ending.operation());
          }
          assertThat(text.split("1 Span1 Error", -1))
              .hasSize(1 + (int) ENDINGS.stream().filter(Ending::isError).count());
        });
  }

  @ParameterizedTest
  @MethodSource("endings")
  void traceTellsCauseSummaryHintAndEvidence(Ending ending) {
    JaegerSpan span = connections.awaitSpan(ending.path());
    read(
        detail(span),
        text -> {
          assertThat(text).contains(SERVICE + ": " + ending.operation());
          assertThat(text).contains("websocket.close.cause=" + ending.cause());
          assertThat(text).contains("url.path=" + ending.path());
          assertThat(text)
              .contains("websocket.close.summary=" + span.text("websocket.close.summary"))
              .contains("websocket.close.hint=" + span.text("websocket.close.hint"));
          // arrays are shown as JSON, with a backslash before each quotation mark in them
          String unescaped = text.replace("\\\"", "\"");
          assertThat(span.texts("websocket.close.evidence"))
              .isNotEmpty()
              .allSatisfy(fact -> assertThat(unescaped).contains(fact));
          assertThat(span.texts("websocket.frames.last"))
              .allSatisfy(frame -> assertThat(unescaped).contains(frame));
          if (ending.isError()) {
            assertThat(text)
                .contains("otel.status_description=" + span.text("websocket.close.summary"));
          }
        });
  }

  @Test
  void traceTellsTheExceptionWithItsStackTrace() {
    JaegerSpan span = connections.awaitSpan("/chat/rst");
    read(
        detail(span),
        text ->
            assertThat(text)
                .contains("exception.type=java.net.SocketException")
                .contains("exception.message=Connection reset")
                .contains("\tat io.netty.channel."));
  }

  /** The page of the span's trace; the search in it opens the span's details. */
  private static String detail(JaegerSpan span) {
    return "trace/" + span.traceId() + "?uiFind=" + span.text("websocket.close.cause");
  }

  private static void read(String page, Consumer<String> expected) {
    URI address = jaeger.address().resolve(page);
    await(page).atMost(PATIENCE).untilAsserted(() -> expected.accept(browser.read(address)));
  }
}
