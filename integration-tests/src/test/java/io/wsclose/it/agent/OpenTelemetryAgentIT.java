// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.jvm.Program;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Beside the OpenTelemetry Java agent, spans leave through it and link to its span of the opening
 * handshake.
 */
class OpenTelemetryAgentIT {
  private static final Path OTHER = Layout.lib("opentelemetry-javaagent").get(0);

  @Test
  void thatAgentFirst() throws Exception {
    spansLeaveThroughThatAgent(
        program -> program.agent(OTHER).agent(Layout.agent(), Service.QUICK));
  }

  @Test
  void thatAgentLast() throws Exception {
    spansLeaveThroughThatAgent(
        program -> program.agent(Layout.agent(), Service.QUICK).agent(OTHER));
  }

  private static void spansLeaveThroughThatAgent(UnaryOperator<Program> agents) throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42(),
            program ->
                agents
                    .apply(program)
                    .property("otel.metrics.exporter", "none")
                    .property("otel.logs.exporter", "none")
                    .property("otel.bsp.schedule.delay", "100"))) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/bridged"))) {
        peer.echo("hello").send(Frame.close(1000, "")).readToEnd();
      }
      ReceivedSpan span = service.awaitCloseSpan("/chat/bridged");
      service.stop();

      assertThat(service.closeSpans("/chat/bridged")).hasSize(1);
      assertThat(span.resource())
          .containsEntry("telemetry.distro.name", "opentelemetry-java-instrumentation");
      assertThat(span.scope()).isEqualTo("io.wsclose");
      assertThat(span.parentSpanId()).isEmpty();
      assertThat(span.text("websocket.close.cause")).isEqualTo("peer.clean_close");
      assertThat(span.links()).as("the opening handshake's span, by that agent").hasSize(1);
      assertThat(span.text("websocket.handshake.trace_id"))
          .isEqualTo(span.links().get(0).traceId());
    }
  }
}
