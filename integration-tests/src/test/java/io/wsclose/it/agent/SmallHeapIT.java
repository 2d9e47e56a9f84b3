// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import org.junit.jupiter.api.Test;

/** Nobody takes log lines, or spans, while clients come and go. */
class SmallHeapIT {
  private static final int CONNECTIONS = 65_000;

  @Test
  void aLogThatHangsDoesNotFillTheHeap() throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42(),
            program ->
                program
                    .option("-Xmx80m")
                    .property("otel.traces.exporter", "none")
                    .agent(
                        Layout.agent(), "wait.siblings=300ms,log=stderr,log.rate=0,flush=30s"))) {
      service.jvm().stdout().keepOnly(line -> !line.startsWith("[app]"));
      service.jvm().stderr().hold();
      new Load(service.port()).play(CONNECTIONS, Load::reset);

      assertThat(service.jvm().isAlive()).isTrue();
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/still-there"))) {
        peer.echo("hello");
      }
      service.jvm().stderr().resume();
      Ledger ledger = new Ledger(service);
      await()
          .atMost(Service.PATIENCE)
          .untilAsserted(() -> assertThat(ledger.dropped()).isGreaterThan(CONNECTIONS / 2));
      long attempts = ledger.countAttempts("/chat/last");
      service.stop();

      assertThat(attempts).isEqualTo(CONNECTIONS + 2);
      assertThat(ledger.all()).as(service.jvm().transcript()).isEqualTo(attempts);
      assertThat(service.jvm().transcript()).doesNotContain("OutOfMemoryError");
    }
  }

  @Test
  void aCollectorThatHangsDoesNotFillTheHeap() throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42(),
            program ->
                program
                    .option("-Xmx80m")
                    .agent(Layout.agent(), "wait.siblings=300ms,log=stderr,flush=1s"))) {
      service.jvm().stdout().keepOnly(line -> !line.startsWith("[app]"));
      service.receiver().mode(OtlpReceiver.Mode.HANG);
      new Load(service.port()).play(CONNECTIONS / 4, Load::reset);
      Ledger ledger = new Ledger(service);
      // losses are reported once a minute
      await()
          .atMost(Service.PATIENCE.multipliedBy(2))
          .untilAsserted(() -> assertThat(ledger.all()).isEqualTo(CONNECTIONS / 4));
      assertThat(ledger.countAttempts("/chat/last")).isEqualTo(CONNECTIONS / 4 + 1);
      service.stop();

      assertThat(service.jvm().stderr().lines())
          .as("no collector, and that is said")
          .anyMatch(line -> line.contains("spans"));
      assertThat(service.jvm().transcript()).doesNotContain("OutOfMemoryError");
    }
  }
}
