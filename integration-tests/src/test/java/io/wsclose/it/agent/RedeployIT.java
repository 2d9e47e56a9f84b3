// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.service.Container;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.tyrus.TyrusVersions;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application is redeployed with its WebSocket library: the agent, which stays, tells all its
 * ends and keeps none of its classes.
 *
 * <p>Only stacks that let go by themselves are here. Undertow does not: XNIO's provider stays
 * registered as an MBean, and the finalizer's thread keeps what deallocates buffers.
 */
class RedeployIT {
  private static final int TIMES = 5;

  static List<StackUnderTest> lines() {
    return List.of(NettyVersions.netty42(), JettyVersions.jetty121(), TyrusVersions.tyrus2());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void loadersAreCollectedAndEventsComplete(StackUnderTest line) throws Exception {
    Map<String, String> expected = new TreeMap<>();
    try (Container container = start()) {
      for (int round = 0; round < TIMES; round++) {
        deployUseAndUndeploy(container, line, round, expected);
      }
      assertThat(container.loadersLeft()).isZero();
      container.receiver().await(expected.size(), span -> true, Service.PATIENCE);
      container.stop();

      List<ReceivedSpan> spans = container.receiver().spans();
      assertThat(spans).hasSize(expected.size());
      assertThat(CloseKind.causes(spans)).isEqualTo(expected);
      assertThat(spans)
          .extracting(span -> span.text("websocket.stack.version"))
          .containsOnly(line.version());
    }
  }

  /**
   * The application brings its log, too, which writes the agent's lines. What it leaves in the
   * thread locals of the thread that it is called on must not keep it.
   */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"logback-1.2", "logback", "logback-1.5", "log4j2"})
  void aLogOfTheApplicationIsCollectedWithIt(String logging) throws Exception {
    StackUnderTest netty = NettyVersions.netty42();
    List<Path> classPath = new ArrayList<>(netty.classPath());
    classPath.addAll(Layout.lib(logging));
    StackUnderTest line =
        StackUnderTest.of(logging, netty.stack(), netty.version(), classPath, netty.mainClass());
    try (Container container = start()) {
      for (int round = 0; round < 3; round++) {
        deployUseAndUndeploy(container, line, round, new TreeMap<>());
      }
      assertThat(container.loadersLeft()).isZero();
      container.stop();

      assertThat(container.jvm().stderr().lines(text -> text.contains("-polite ")))
          .as("lines of an application that is there, which its log did not take")
          .isEmpty();
    }
  }

  private static Container start() throws IOException {
    return Container.start(
        program ->
            program
                // the flight recorder keeps the classes of Netty's events
                .property("io.netty.jfr.enabled", "false")
                // as the log would be kept by its own hook
                .property("log4j.shutdownHookEnabled", "false")
                .property("log4j2.level", "WARN")
                .agent(Layout.agent(), Service.QUICK));
  }

  private static void deployUseAndUndeploy(
      Container container, StackUnderTest line, int round, Map<String, String> expected) {
    int port = container.deploy(line);
    String name = "/chat/" + round + "-";
    int first = 10 * round;
    try (RawPeer peer = RawPeer.open(Addresses.of(first), port, Opening.of(name + "polite"))) {
      peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      expected.put(name + "polite", "peer.clean_close");
    }
    try (RawPeer peer = RawPeer.open(Addresses.of(first + 1), port, Opening.of(name + "wrong"))) {
      peer.echo("hello").sendText("/throw").readToEnd();
      expected.put(name + "wrong", "local.app_exception");
    }
    try (RawPeer peer = RawPeer.open(Addresses.of(first + 2), port, Opening.of(name + "left"))) {
      peer.echo("hello").sendText("/quit").readToEnd();
      expected.put(name + "left", "local.app_close");
    }
    try (RawPeer peer = RawPeer.open(Addresses.of(first + 3), port, Opening.of(name + "lost"))) {
      peer.echo("hello").halfClose().awaitEnd();
      expected.put(name + "lost", "peer.eof_without_close");
    }
    try (RawPeer peer = RawPeer.connect(Addresses.of(first + 4), port)) {
      peer.request(Opening.of(name + "keyless").without("Sec-WebSocket-Key"));
      expected.put(name + "keyless", "handshake.bad_request");
    }
    // the version is read with the first events, for as long as the library is there
    container
        .receiver()
        .await(1, span -> span.text("url.path").equals(name + "polite"), Service.PATIENCE);
    try (RawPeer open = RawPeer.open(Addresses.of(first + 5), port, Opening.of(name + "open"))) {
      open.echo("hello");
      expected.put(name + "open", "local.shutdown");
      container.undeploy();
      open.awaitEnd();
    }
  }
}
