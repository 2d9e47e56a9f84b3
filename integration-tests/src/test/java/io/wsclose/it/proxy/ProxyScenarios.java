// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ends that a real proxy in front of the service brings about, or passes on. Each test has a proxy
 * of its own, which connects from an address of its own: ends of one address within seconds may be
 * taken for one event.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProxyScenarios {
  /** Limits below 5 s are not looked for: ends soon after a frame are alike by themselves. */
  private static final int HASTY_SECONDS = 6;

  private static final int CROWD = 6;
  private static final int ROUNDS = 4;
  private static final InetAddress CLIENT = Addresses.of(1000);

  private final StackUnderTest line;
  private Service service;
  private Proxy proxy;
  private int started;

  ProxyScenarios(StackUnderTest line) {
    this.line = line;
  }

  abstract Proxy start(Path directory, Ways ways) throws IOException;

  /** What its close of a silent connection looks like by itself. */
  abstract String causeOfItsClose();

  /** What the hint names, given that the proxy's headers are all that is known of it. */
  abstract String settingInHint();

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

  @BeforeEach
  final void startProxy(@TempDir Path directory) throws IOException {
    proxy = start(directory, new Ways(service.port(), Addresses.of(++started), HASTY_SECONDS));
  }

  @AfterEach
  final void stopProxy() {
    if (proxy != null) {
      proxy.close();
    }
  }

  /**
   * No table knows this limit. One end proves nothing, but four of several clients that are alike
   * do. On a busy machine one of them may be seen late and count for nothing: then more are needed.
   */
  @Test
  final void silenceToALimitOfItsOwn() {
    open("/hasty/chat/silent-first").echo("hello").awaitEnd();
    String name = "";
    for (int round = 0; round < ROUNDS && !isLikely(name); round++) {
      int first = 3 * round;
      List<RawPeer> later =
          IntStream.range(first, first + 3)
              .mapToObj(i -> openFrom(i, "/hasty/chat/silent-" + i).echo("hello"))
              .toList();
      later.forEach(RawPeer::awaitEnd);
      name = "/chat/silent-" + (first + 2);
    }

    ReceivedSpan first = service.awaitCloseSpan("/chat/silent-first");
    assertCause(first, causeOfItsClose(), "possible");
    assertThat(first.texts("websocket.close.alternatives")).first().isEqualTo("proxy.idle_timeout");
    assertIdle(first);
    ReceivedSpan last = service.awaitCloseSpan(name);
    assertCause(last, "proxy.idle_timeout", "likely");
    assertThat(last.text("websocket.close.summary"))
        .contains("No frame for 6.", "other connections ended after the same silence");
    assertThat(last.text("websocket.close.hint"))
        .contains("Send a ping at least every 3 s", settingInHint());
    assertThat((Long) last.attribute("websocket.siblings.same_idle").orElseThrow())
        .isGreaterThanOrEqualTo(3L);
    assertIdle(last);
  }

  private boolean isLikely(String path) {
    return !path.isEmpty()
        && service.awaitCloseSpan(path).text("websocket.close.confidence").equals("likely");
  }

  private static void assertIdle(ReceivedSpan span) {
    for (String direction : List.of("received", "sent")) {
      assertThat((Long) span.attribute("websocket.idle." + direction + "_ms").orElseThrow())
          .as(direction)
          .isBetween(HASTY_SECONDS * 1000L - 100, HASTY_SECONDS * 1000L + 1000);
    }
  }

  @Test
  final void reload() throws Exception {
    List<RawPeer> peers = crowd("reload");
    proxy.reload();
    peers.forEach(RawPeer::awaitEnd);

    assertThatAllWereDrained("reload");
  }

  @Test
  final void stop() {
    List<RawPeer> peers = crowd("stop");
    proxy.close();
    peers.forEach(RawPeer::awaitEnd);

    assertThatAllWereDrained("stop");
  }

  private List<RawPeer> crowd(String name) {
    return IntStream.range(0, CROWD)
        .mapToObj(i -> openFrom(i, "/chat/" + name + "-" + i).echo("hello"))
        .toList();
  }

  private void assertThatAllWereDrained(String name) {
    for (int i = 0; i < CROWD; i++) {
      ReceivedSpan span = service.awaitCloseSpan("/chat/" + name + "-" + i);
      assertCause(span, "proxy.reload_or_drain", "likely");
      assertThat(span.text("websocket.close.summary")).startsWith("6 of 6 connections");
      assertThat(span.texts("websocket.close.evidence"))
          .contains("they belong to 6 client addresses");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fin", "reset", "reset-unread", "killed-while-served"})
  final void clientThatIsGone(String how) {
    String path = "/chat/client-" + how;
    Consumer<RawPeer> leave =
        switch (how) {
          case "fin" -> peer -> peer.halfClose().awaitEnd();
          case "reset" -> RawPeer::reset;
          case "reset-unread" -> peer -> peer.sendText("unread").reset();
          default ->
              peer -> {
                peer.sendText("/push").receive(Frame.BINARY);
                peer.reset();
              };
        };
    leave.accept(open(path).echo("hello"));

    ReceivedSpan span = service.awaitCloseSpan(path);
    // a proxy turns both into what its own close of a socket gives
    assertThat(span.text("websocket.close.cause")).isIn("peer.eof_without_close", "peer.reset");
    assertThat(span.text("websocket.close.summary"))
        .startsWith("The client, or an intermediary before it,");
    assertThat(span.texts("websocket.close.alternatives")).contains("proxy.reload_or_drain");
    assertAddresses(span);
  }

  @Test
  final void closeFramesPassThrough() {
    open("/chat/closed-by-client").echo("hello").send(Frame.close(1000, "bye")).readToEnd();
    open("/chat/closed-by-service").sendText("/kick").answerToEnd();

    ReceivedSpan byClient = service.awaitCloseSpan("/chat/closed-by-client");
    assertCause(byClient, "peer.clean_close", "certain");
    assertAddresses(byClient);
    assertCause(service.awaitCloseSpan("/chat/closed-by-service"), "local.app_close", "certain");
  }

  private void assertAddresses(ReceivedSpan span) {
    assertThat(span.text("client.address")).isEqualTo(CLIENT.getHostAddress());
    assertThat(span.text("network.peer.address")).isEqualTo(Addresses.of(started).getHostAddress());
  }

  final void assertCause(ReceivedSpan span, String cause, String confidence) {
    assertThat(span.text("websocket.close.cause") + " " + span.text("websocket.close.confidence"))
        .as(span.attributes().toString())
        .isEqualTo(cause + " " + confidence);
    assertThat(service.closeSpans(span.text("url.path"))).hasSize(1);
  }

  final Service service() {
    return service;
  }

  final RawPeer open(String path) {
    return RawPeer.open(CLIENT, proxy.port(), Opening.of(path));
  }

  /** Of one of several clients. */
  private RawPeer openFrom(int client, String path) {
    return RawPeer.open(Addresses.of(1001 + client), proxy.port(), Opening.of(path));
  }

  final RawPeer connect() {
    return RawPeer.connect(CLIENT, proxy.port());
  }
}
