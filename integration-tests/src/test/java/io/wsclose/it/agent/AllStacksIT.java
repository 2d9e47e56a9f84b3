// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static io.wsclose.it.agent.CloseKind.opened;
import static io.wsclose.it.agent.CloseKind.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Container;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.tomcat.TomcatVersions;
import io.wsclose.it.tyrus.TyrusVersions;
import io.wsclose.it.undertow.UndertowVersions;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.RawPeer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * All stacks in one JVM and in use at once, most in two versions whose classes have the same names:
 * every event is under the right stack and version.
 */
class AllStacksIT {
  private static final int ROUNDS = 8;
  private static final int AT_ONCE = 16;

  /** Ways to end, and the cause that each must be given. */
  private static final List<CloseKind> KINDS =
      List.of(
          opened("peer.clean_close", peer -> peer.send(Frame.close(1000, "")).readToEnd()),
          opened("peer.going_away", peer -> peer.send(Frame.close(1001, "")).readToEnd()),
          opened("peer.server_status", peer -> peer.send(Frame.close(1011, "")).readToEnd()),
          opened("local.app_close", peer -> peer.sendText("/kick").answerToEnd()),
          opened("local.app_exception", peer -> peer.sendText("/throw").answerToEnd()),
          opened(
              "protocol.invalid_utf8",
              peer -> peer.send(Frame.of(Frame.TEXT, new byte[] {(byte) 0xff})).answerToEnd()),
          refused("handshake.not_websocket_endpoint"));

  private static final CloseKind RESET = opened("peer.reset", RawPeer::reset);

  /** Five at once from different addresses would be a cut network. */
  private static final int RESETS = 4;

  /** What an event must say: all of it, or it is another connection's. */
  private record ExpectedEvent(String cause, String stack, String version) {}

  private final Map<String, ExpectedEvent> expected = new TreeMap<>();
  private final List<Future<?>> ends = new ArrayList<>();
  private final ExecutorService peers = Executors.newFixedThreadPool(AT_ONCE);

  private static List<StackUnderTest> lines() {
    return List.of(
        NettyVersions.netty41(),
        NettyVersions.netty42(),
        JettyVersions.jetty94(),
        JettyVersions.jetty121(),
        UndertowVersions.core22(),
        UndertowVersions.core24(),
        TyrusVersions.tyrus1(),
        TyrusVersions.tyrus2(),
        TomcatVersions.tomcat101());
  }

  @Test
  void eachKnowsItsOwn() throws Exception {
    List<StackUnderTest> lines = lines();
    List<Integer> ports = new ArrayList<>();
    try (Container container = Container.start()) {
      for (StackUnderTest line : lines) {
        ports.add(container.deploy(line));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (CloseKind kind : KINDS) {
          for (int i = 0; i < lines.size(); i++) {
            play(kind, lines.get(i), ports.get(i));
          }
        }
      }
      Set<String> reset = new HashSet<>();
      for (int i = 0; reset.size() < RESETS; i++) {
        if (reset.add(lines.get(i).stack())) {
          play(RESET, lines.get(i), ports.get(i));
        }
      }
      for (Future<?> end : ends) {
        end.get();
      }
      container.receiver().await(expected.size(), span -> true, Service.PATIENCE);
      for (StackUnderTest line : lines) {
        String title = "[wsclose] " + line.stack() + " " + line.version() + ": ";
        container
            .jvm()
            .stderr()
            .await(text -> text.startsWith(title), title + "...", Service.PATIENCE);
      }
      container.stop();

      assertThat(told(container.receiver().spans())).isEqualTo(expected);
      assertThat(container.receiver().spans())
          .hasSize(expected.size())
          .filteredOn(span -> span.text("websocket.close.cause").equals("local.app_close"))
          .hasSize(ROUNDS * lines.size())
          .allSatisfy(
              span -> assertThat(span.text("websocket.close.call_site")).contains(".kick("));
      assertThat(container.jvm().stderr().lines(text -> text.contains("websocket closed ")))
          .hasSize(expected.size());
      assertSelfCheckIsRight(container, lines);
    } finally {
      peers.shutdownNow();
    }
  }

  /** A line of a stack finds its hooks in its own copy and does not look for them in another's. */
  private static void assertSelfCheckIsRight(Container container, List<StackUnderTest> lines) {
    String stacks =
        lines.stream().map(StackUnderTest::stack).distinct().collect(Collectors.joining("|"));
    Pattern bound = Pattern.compile("\\[wsclose] (" + stacks + ") .* bound.*");
    List<String> selfCheck = container.jvm().stderr().lines(text -> bound.matcher(text).matches());
    assertThat(selfCheck).hasSameSizeAs(lines).noneMatch(text -> text.contains("not bound"));
    for (StackUnderTest line : lines) {
      assertThat(selfCheck)
          .filteredOn(text -> text.startsWith("[wsclose] " + line.stack() + " " + line.version()))
          .hasSize(1);
    }
  }

  private void play(CloseKind kind, StackUnderTest line, int port) {
    int index = expected.size();
    expected.put(kind.path(index), new ExpectedEvent(kind.cause(), line.stack(), line.version()));
    ends.add(peers.submit(() -> kind.play(index, port)));
  }

  /** Fails where a path occurs twice. */
  private static Map<String, ExpectedEvent> told(List<ReceivedSpan> spans) {
    return spans.stream()
        .collect(
            Collectors.toMap(
                span -> span.text("url.path"),
                span ->
                    new ExpectedEvent(
                        span.text("websocket.close.cause"),
                        span.text("websocket.stack"),
                        span.text("websocket.stack.version")),
                (first, second) -> new ExpectedEvent(first + " and " + second, "", ""),
                TreeMap::new));
  }
}
