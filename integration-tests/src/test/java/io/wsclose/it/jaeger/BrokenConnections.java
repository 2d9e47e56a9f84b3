// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static org.awaitility.Awaitility.await;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.scenario.Scenario;
import io.wsclose.it.scenario.Scenarios;
import io.wsclose.it.scenario.Stage;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import java.io.IOException;
import java.util.List;

/** A sample service whose agent exports to a Jaeger, and connections to it that were broken. */
final class BrokenConnections implements AutoCloseable {
  static final String SERVICE = "chat";

  /** Each is played once. */
  static final List<Ending> ENDINGS =
      List.of(
          new Ending("clean-close", "peer.clean_close", false),
          new Ending("rst", "peer.reset", true),
          new Ending("kick", "local.app_close", false),
          new Ending("fin", "peer.eof_without_close", true),
          new Ending("close-with-trace", "peer.clean_close", false),
          new Ending("throw", "local.app_exception", true),
          new Ending("refused-404", "handshake.not_websocket_endpoint", true));

  /** A scenario, and what Jaeger can tell it by. */
  record Ending(String name, String cause, boolean isError) {
    Scenario scenario() {
      return Scenarios.all().stream()
          .filter(scenario -> scenario.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    String operation() {
      return "websocket close " + cause;
    }

    String path() {
      return scenario().path();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final Jaeger jaeger;
  private final Service service;

  private BrokenConnections(Jaeger jaeger, Service service) {
    this.jaeger = jaeger;
    this.service = service;
  }

  static BrokenConnections in(Jaeger jaeger) throws IOException {
    Service service =
        Service.start(
            NettyVersions.netty42(),
            program ->
                program
                    .agent(Layout.agent(), Service.QUICK)
                    .property("otel.exporter.otlp.endpoint", jaeger.otlpEndpoint()));
    BrokenConnections connections = new BrokenConnections(jaeger, service);
    try {
      connections.playAll();
      return connections;
    } catch (RuntimeException e) {
      String transcript = service.jvm().transcript();
      service.close();
      throw new IllegalStateException(transcript, e);
    }
  }

  private void playAll() {
    int address = 1;
    for (Ending ending : ENDINGS) {
      ending.scenario().play().on(new Stage(service, ending.path(), Addresses.of(address++)));
    }
    ENDINGS.forEach(ending -> awaitSpan(ending.path()));
  }

  /** Waits until Jaeger has the close span of a connection to this path. */
  JaegerSpan awaitSpan(String path) {
    return await(path)
        .atMost(Service.PATIENCE)
        .until(
            () ->
                jaeger.api().search(SERVICE).spans().stream()
                    .filter(span -> span.text("url.path").equals(path))
                    .toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  Service service() {
    return service;
  }

  @Override
  public void close() {
    service.close();
  }
}
