// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import static io.wsclose.it.scenario.Scenario.ending;
import static io.wsclose.it.scenario.Scenario.opened;
import static io.wsclose.it.scenario.Scenario.openedIn;

import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.function.Consumer;

/** The service ends it: its application, its limits, its shutdown. */
final class LocalScenarios {
  private LocalScenarios() {}

  static List<Scenario> list() {
    return List.of(
        opened(
            "kick",
            peer -> {
              peer.echo("hello").sendText("/kick").answerClose();
              peer.awaitEnd();
            },
            kick().received(4001, "").clean(true)),
        opened(
            "kick-without-answer",
            peer -> {
              peer.echo("hello").sendText("/kick").receive(Frame.CLOSE);
              peer.awaitEnd();
            },
            kick().abnormalClosure().clean(false)),
        opened(
            "kick-answered-by-fin",
            peer -> {
              peer.echo("hello").sendText("/kick").receive(Frame.CLOSE);
              peer.halfClose().awaitEnd();
            },
            kick().abnormalClosure().clean(false)),
        opened(
            "kick-answered-by-rst",
            peer -> {
              peer.echo("hello").sendText("/kick").receive(Frame.CLOSE);
              peer.reset();
            },
            kick().abnormalClosure().clean(false)),
        opened(
            "fault",
            peer -> {
              peer.echo("hello").sendText("/fault").answerClose();
              peer.awaitEnd();
            },
            Expectation.of("local.app_close")
                .confidence("certain")
                .sent(1011, "storage is gone")
                .received(1011, "")
                .clean(true)),
        opened(
            "quit",
            after("/quit"),
            Expectation.of("local.app_close")
                .confidence("certain")
                .abnormalClosure()
                .callSite(".quit(")
                .clean(false)),
        opened(
            "drop",
            after("/drop"),
            Expectation.of("local.abort")
                .nothingSent()
                .abnormalClosure()
                .callSite(".drop(")
                .clean(false)),
        opened(
            "throw",
            after("/throw"),
            Expectation.of("local.app_exception")
                .abnormalClosure()
                .clean(false)
                .exception("IllegalStateException")),
        openedIn(
            "lounge",
            "idle",
            peer -> {
              peer.echo("hello");
              peer.readToEnd();
            },
            Expectation.of("local.idle_timeout").abnormalClosure().clean(false)),
        openedIn(
            "watch",
            "heartbeat-unanswered",
            RawPeer::readToEnd,
            Expectation.of("local.heartbeat_timeout")
                .abnormalClosure()
                .clean(false)
                .with("websocket.pings.unanswered", 1L)),
        openedIn(
            "watch",
            "heartbeat-answered",
            peer -> {
              Frame ping = peer.receive(Frame.PING);
              peer.send(Frame.of(Frame.PONG, ping.payload()));
              peer.receive(Frame.PING);
              peer.send(Frame.close(1000, ""));
              peer.readToEnd();
            },
            Expectation.of("peer.clean_close").received(1000, "").clean(true)),
        ending(
            "server-stop",
            stage -> stage.service().jvm().tell("stop"),
            Expectation.of("local.shutdown").clean(false)),
        ending(
            "jvm-exit",
            stage -> stage.service().jvm().tell("exit"),
            Expectation.of("local.shutdown").clean(false)),
        ending(
            "sigterm",
            stage -> stage.service().jvm().terminate(),
            Expectation.of("local.shutdown").clean(false)));
  }

  private static Consumer<RawPeer> after(String word) {
    return peer -> {
      peer.echo("hello").sendText(word);
      peer.readToEnd();
    };
  }

  private static Expectation kick() {
    return Expectation.of("local.app_close")
        .confidence("certain")
        .sent(4001, "kicked by a moderator")
        .callSite(".kick(");
  }
}
