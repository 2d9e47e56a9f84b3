// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** OpenTelemetry's sampler decides which events leave a span; all leave a log line. */
class SamplerIT {
  @Test
  void whatIsNotSampledLeavesItsLogLineAndTheStartSaysSo() throws Exception {
    try (Service service = start("traceidratio", "0", "link")) {
      assertThat(service.jvm().stderr().await(" on Java ", Service.PATIENCE))
          .contains(
              "OTEL_TRACES_SAMPLER=traceidratio (0): no event leaves a span; all leave a log line;"
                  + " to keep all set OTEL_TRACES_SAMPLER=parentbased_always_on");
      close(service, "/chat/a", "01");
      service.stop();

      assertThat(service.receiver().spans()).isEmpty();
      assertLogged(service, "/chat/a").doesNotContain("trace=");
    }
  }

  /** A proxy or gateway in front decided for the handshake; the event is a root of its own. */
  @Test
  void withTheDecisionUpstreamAllEventsAreKept() throws Exception {
    try (Service service = start("parentbased_always_on", "", "link")) {
      close(service, "/chat/not-sampled", "00");
      close(service, "/chat/sampled", "01");
      service.awaitCloseSpan("/chat/not-sampled");
      service.awaitCloseSpan("/chat/sampled");
      service.stop();

      assertLogged(service, "/chat/not-sampled").contains("trace=");
    }
  }

  @Test
  void aChildIsKeptIfItsHandshakeWas() throws Exception {
    try (Service service = start("parentbased_always_on", "", "child")) {
      assertThat(service.jvm().stderr().await(" on Java ", Service.PATIENCE))
          .contains("an event whose handshake was not sampled leaves no span (span.parent=child)");
      close(service, "/chat/not-sampled", "00");
      close(service, "/chat/sampled", "01");
      service.awaitCloseSpan("/chat/sampled");
      service.stop();

      assertThat(service.receiver().spans()).hasSize(1);
      assertLogged(service, "/chat/not-sampled").doesNotContain("trace=");
      assertLogged(service, "/chat/sampled").contains("trace=");
    }
  }

  private static AbstractStringAssert<?> assertLogged(Service service, String path) {
    return assertThat(
            service
                .jvm()
                .stderr()
                .lines(line -> line.contains("websocket closed ") && line.contains(path + " ")))
        .singleElement()
        .asString();
  }

  private static void close(Service service, String path, String flags) {
    Opening opening =
        Opening.of(path)
            .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-" + flags);
    try (RawPeer peer = RawPeer.open(service.port(), opening)) {
      peer.echo("hello").send(Frame.close(1000, "")).readToEnd();
    }
  }

  private static Service start(String sampler, String argument, String parent) throws Exception {
    return Service.start(
        NettyVersions.netty42(),
        program ->
            program
                .agent(Layout.agent(), Service.QUICK + ",span.parent=" + parent)
                .environment("OTEL_TRACES_SAMPLER", sampler)
                .environment("OTEL_TRACES_SAMPLER_ARG", argument));
  }
}
