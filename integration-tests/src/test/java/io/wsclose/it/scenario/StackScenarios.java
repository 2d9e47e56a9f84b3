// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * All scenarios on one line of one stack. A subclass says which line: that is all that a new stack
 * adds here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class StackScenarios {
  private final StackUnderTest line;
  private final Map<String, Integer> played = new TreeMap<>();
  private Service service;

  protected StackScenarios(StackUnderTest line) {
    this.line = line;
  }

  @BeforeAll
  final void startService() throws IOException {
    service = Service.start(line);
  }

  @AfterAll
  final void stopService() {
    if (service != null) {
      service.close();
    }
  }

  static List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @Order(1)
  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  final void endIsExplained(Scenario scenario) throws IOException {
    line.whyNot(scenario.name())
        .ifPresent(
            reason -> {
              Matrix.put(line.name(), scenario, "cannot happen: " + reason);
              abort("cannot happen on " + line + ": " + reason);
            });
    Matrix.put(line.name(), scenario, "FAILED");
    try {
      ReceivedSpan span = scenario.ownJvm() ? playToTheEnd(scenario) : play(scenario, service);
      Matrix.put(line.name(), scenario, cell(span));
    } catch (TestAbortedException e) {
      Matrix.put(line.name(), scenario, "skipped: " + e.getMessage());
      throw e;
    }
  }

  /** After all others: whatever came late would be seen here. */
  @Order(2)
  @Test
  final void everyConnectionLeftExactlyOneEvent() {
    service.stop();

    Map<String, Integer> spans =
        service.receiver().spans().stream()
            .collect(
                Collectors.toMap(
                    span -> span.text("url.path"), span -> 1, Integer::sum, TreeMap::new));
    assertThat(spans).isEqualTo(played);
  }

  /** A covered version lacks no hook, and the line at its start must not frighten. */
  @Order(3)
  @Test
  final void everyHookIsBound() {
    assertThat(service.jvm().stderr().lines(text -> text.startsWith("[wsclose] ")))
        .anyMatch(text -> text.contains(line.stack() + " " + line.version() + ": "))
        .noneMatch(text -> text.contains("not bound"));
  }

  private ReceivedSpan play(Scenario scenario, Service on) {
    played.merge(scenario.path(), on == service ? 1 : 0, Integer::sum);
    Stage stage = new Stage(on, scenario.path(), Addresses.of(played.size()));
    scenario.play().on(stage);
    ReceivedSpan span = on.awaitCloseSpan(scenario.path());
    KeptSpans.keep(line.name(), scenario.name(), span);
    Expectation expected = line.expectation(scenario.name(), scenario.expected());
    CloseSpan.check(span, expected, line, on.port(), stage.peer());
    awaitLogLine(on, span);
    return span;
  }

  private ReceivedSpan playToTheEnd(Scenario scenario) throws IOException {
    try (Service own = Service.start(line)) {
      ReceivedSpan span = play(scenario, own);
      own.stop();
      assertThat(own.closeSpans(scenario.path())).hasSize(1);
      return span;
    } finally {
      played.remove(scenario.path());
    }
  }

  private static void awaitLogLine(Service on, ReceivedSpan span) {
    String id = "id=" + span.text("websocket.connection.id") + " ";
    String line = on.jvm().stderr().await(id, Service.PATIENCE);
    assertThat(line)
        .startsWith("[wsclose] ")
        .contains("websocket closed ", span.text("websocket.close.cause"), span.text("url.path"));
    assertThat(on.jvm().stderr().lines(other -> other.contains(id))).hasSize(1);
  }

  private static String cell(ReceivedSpan span) {
    return span.text("websocket.close.cause")
        + " ("
        + span.text("websocket.close.confidence")
        + ")";
  }
}
