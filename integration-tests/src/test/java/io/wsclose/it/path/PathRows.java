// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wsclose.it.proxy.Proxy;
import io.wsclose.it.proxy.Software;
import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.scenario.KeptSpans;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows of the table on one stack. Each has a service of its own, as rules compare an end with those
 * before it in the same JVM; several rows run at once, as most of them wait for a limit.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
abstract class PathRows {
  /** As most operators have it, but for the log, and time for an SDK on a busy machine. */
  private static final String OPTIONS = "log.rate=0,flush=30s";

  /** A silence that a router may well forget, and few tests have the time for. */
  private static final int HEARTBEAT_MILLIS = 12_000;

  /** A pattern of names, for who works on a few rows. */
  private static final String ONLY = System.getProperty("wsclose.rows", ".*");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final StackUnderTest line;

  PathRows(StackUnderTest line) {
    this.line = line;
  }

  abstract List<Row> rows();

  /** What all stacks have to go through. */
  static List<Row> onEveryStack() {
    List<Row> rows = new ArrayList<>(IdleRows.onEveryStack());
    rows.addAll(ReloadRows.onEveryStack());
    rows.addAll(ClientTimingRows.onEveryStack());
    rows.addAll(ClientCrowdRows.onEveryStack());
    rows.addAll(NetworkRows.onEveryStack());
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  final void eventsAreHonest(Row row, @TempDir Path directory) throws Exception {
    assumeTrue(row.name().matches(ONLY), "wsclose.rows is " + ONLY);
    assumeTrue(
        !row.slow() || System.getenv("WSCLOSE_IT_SLOW") != null,
        "takes a minute or more; set WSCLOSE_IT_SLOW=1 to run it");
    try (Stage stage = start(row, directory)) {
      row.play().on(stage);
      List<ReceivedSpan> spans =
          stage.service().receiver().await(stage.opened(), span -> isClose(span, stage), PATIENCE);
      KeptSpans.keep("path " + line.name(), row.name(), spans.get(spans.size() - 1));
      List<String> complaints = row.told().complaints(spans);
      PathTable.put(place(row), row, line.name(), spans, complaints);
      assertThat(complaints).as(describe(row, spans)).isEmpty();
      assertThat(spans).hasSize(stage.opened());
    }
  }

  private int place(Row row) {
    return rows().stream().map(Row::name).toList().indexOf(row.name());
  }

  private Stage start(Row row, Path directory) throws IOException {
    if (row.network()) {
      return startAcrossNetwork(row, directory);
    }
    Service service = Service.start(line, program -> program.agent(Layout.agent(), OPTIONS));
    try {
      Software.Site site = new Software.Site(directory, service.port(), Addresses.of(1));
      Proxy proxy = row.between() == null ? null : row.between().start().at(site);
      return new Stage(service, proxy, null, row.path(), directory);
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private Stage startAcrossNetwork(Row row, Path directory) throws IOException {
    Network network = Network.create();
    try {
      Service service =
          Service.start(
              line.argument("heartbeat=" + HEARTBEAT_MILLIS),
              program ->
                  program
                      .launcher(network.atServer())
                      .agent(Layout.agent(), OPTIONS)
                      .property("otel.exporter.otlp.endpoint", Network.OTLP_ENDPOINT));
      network.relaySpans(directory, service.receiver().endpoint());
      return new Stage(service, null, network, row.path(), directory);
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private static boolean isClose(ReceivedSpan span, Stage stage) {
    return span.name().startsWith("websocket close ") && span.text("url.path").equals(stage.path());
  }

  private static String describe(Row row, List<ReceivedSpan> spans) {
    StringBuilder text = new StringBuilder(row.toString()).append(" (" + row.way() + ")");
    for (ReceivedSpan span : spans) {
      text.append("\n- ").append(ExpectedCause.in(span));
      for (String key : List.of("summary", "hint", "evidence")) {
        text.append("\n    ").append(key).append(": ").append(span.text("websocket.close." + key));
      }
    }
    return text.append('\n').toString();
  }
}
