// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tokens in all places where people put them: none gets into span, log or output of the agent. */
class SecretsIT {
  private static final String TOKEN = "s3cr3t";

  /** Queries that look like something else. */
  private static final List<String> TARGETS =
      List.of(
          "/?u=ws://h/" + TOKEN,
          "/a%3Ftoken=" + TOKEN,
          "ws://user:" + TOKEN + "@h?next=/" + TOKEN,
          "/b#" + TOKEN);

  @Test
  void noTokenLeaves() throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42(),
            program -> program.agent(Layout.agent(), Service.QUICK + ",frames=64"))) {
      play(service, "/chat/closed", peer -> peer.send(Frame.close(1000, "")).readToEnd());
      play(
          service,
          "/chat/reason",
          peer -> {
            String next = "wss://user:" + TOKEN + "@host/chat?token=" + TOKEN + "#" + TOKEN;
            peer.send(Frame.close(4000, "go to " + next)).readToEnd();
          });
      play(service, "/chat/fin", peer -> peer.halfClose().awaitEnd());
      play(service, "/chat/reset", RawPeer::reset);
      play(service, "/chat/thrown", peer -> peer.sendText("/throw").readToEnd());
      play(
          service,
          "/chat/garbage",
          peer -> {
            peer.sendBytes(("GET /?q=" + TOKEN + " HTTP/1.1\r\n\r\n").getBytes(ISO_8859_1));
            peer.readToEnd();
          });
      play(
          service,
          "/chat/not-text",
          peer -> {
            peer.send(Frame.of(Frame.TEXT, (TOKEN + "\u00ff").getBytes(ISO_8859_1)));
            peer.readToEnd();
          });
      refused(service, "/nowhere/at-all");
      refused(service, "/members/only");
      for (String target : TARGETS) {
        try (RawPeer peer = RawPeer.connect(service.port())) {
          assertThat(peer.request(opening(target)).isUpgrade()).isFalse();
        }
      }
      service.receiver().await(9 + TARGETS.size(), span -> true, Service.PATIENCE);
      service.stop();

      assertThat(service.receiver().spans()).hasSize(9 + TARGETS.size());
      assertThat(service.receiver().spans())
          .extracting(span -> span.text("websocket.close.reason"))
          .contains("go to wss://host/chat");
      assertThat(service.receiver().spans())
          .allSatisfy(span -> assertThat(span.toString()).doesNotContain(TOKEN));
      assertThat(service.jvm().stderr().lines()).noneMatch(line -> line.contains(TOKEN));
    }
  }

  private static void play(Service service, String path, Consumer<RawPeer> end) {
    try (RawPeer peer = RawPeer.open(service.port(), opening(path))) {
      peer.echo("text " + TOKEN).send(Frame.ping(TOKEN)).receive(Frame.PONG);
      peer.send(Frame.of(Frame.BINARY, TOKEN.getBytes(ISO_8859_1))).receive(Frame.BINARY);
      end.accept(peer);
    }
    assertThat(service.awaitCloseSpan(path).texts("websocket.frames.last")).isNotEmpty();
  }

  private static void refused(Service service, String path) {
    try (RawPeer peer = RawPeer.connect(service.port())) {
      assertThat(peer.request(opening(path)).isUpgrade()).isFalse();
    }
    service.awaitCloseSpan(path);
  }

  private static Opening opening(String path) {
    Opening opening = Opening.of(path + ";jsessionid=" + TOKEN + "?access_token=" + TOKEN);
    for (String header :
        List.of(
            "Cookie",
            "Authorization",
            "Proxy-Authorization",
            "X-Api-Key",
            "X-Auth-Token",
            "Sec-WebSocket-Protocol")) {
      opening = opening.with(header, TOKEN);
    }
    return opening
        .with("Referer", "https://chat.example/?token=" + TOKEN)
        .with("Origin", "https://user:" + TOKEN + "@chat.example/?token=" + TOKEN + "#" + TOKEN)
        .with("User-Agent", "probe (+https://user:" + TOKEN + "@h/?token=" + TOKEN + ")");
  }
}
