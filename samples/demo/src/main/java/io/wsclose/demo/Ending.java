// SPDX-License-Identifier: Apache-2.0
package io.wsclose.demo;

import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.function.Function;

/**
 * One way to end a connection, played against the sample service for real.
 *
 * @param title what happens
 * @param path of the request, and by it the event is found again
 */
record Ending(String title, String path, Play play) {

  /** Does it, and tells what a browser in the peer's place would have shown. */
  @FunctionalInterface
  interface Play {
    BrowserView on(RawPeer peer, Opening opening);
  }

  /** Tyrus and Tomcat have no way to end a connection without a Close frame. */
  static List<Ending> on(String stack) {
    return stack.startsWith("tyrus") || stack.startsWith("tomcat")
        ? all().stream().filter(ending -> !ending.path().endsWith("/drop")).toList()
        : all();
  }

  private static List<Ending> all() {
    return List.of(
        opened(
            "The client closes, as it should",
            "clean",
            peer -> {
              peer.send(Frame.close(1000, "done"));
              return BrowserView.byClose(peer.readToEnd());
            }),
        opened(
            "The client closes without a status code",
            "no-code",
            peer -> {
              peer.send(Frame.emptyClose());
              return BrowserView.byClose(peer.readToEnd());
            }),
        opened(
            "FIN without a Close frame: the other end just hangs up",
            "fin",
            peer -> {
              peer.halfClose().awaitEnd();
              return BrowserView.nothing();
            }),
        opened(
            "RST while the service is pushing",
            "rst",
            peer -> {
              peer.sendText("/push").receive(Frame.BINARY);
              peer.receive(Frame.BINARY);
              peer.reset();
              return BrowserView.nothing();
            }),
        opened(
            "Nobody says anything until the service's idle limit",
            "/lounge/idle",
            peer -> BrowserView.byClose(peer.answerToEnd())),
        opened(
            "The application kicks the user with 4001",
            "kick",
            peer -> {
              peer.sendText("/kick");
              return BrowserView.byClose(peer.answerToEnd());
            }),
        opened(
            "The client sends text that is not UTF-8",
            "bad-utf8",
            peer -> {
              peer.send(Frame.of(Frame.TEXT, new byte[] {'a', (byte) 0xc3, 0x28}));
              return BrowserView.byClose(peer.answerToEnd());
            }),
        new Ending(
            "The opening handshake is answered with 404",
            "/caht/typo",
            (peer, opening) -> BrowserView.refused(peer.request(opening))),
        new Ending(
            "The client offers a subprotocol, the service selects none",
            "/chat/subprotocol",
            (peer, opening) -> {
              peer.request(opening.offering("graphql-ws"));
              peer.close();
              return BrowserView.of(
                  "WebSocket connection failed: Sent non-empty 'Sec-WebSocket-Protocol' header but"
                      + " no response was received");
            }),
        opened(
            "The client does not answer the service's pings",
            "/watch/silent",
            peer -> BrowserView.byClose(peer.answerToEnd())),
        opened(
            "A handler of the application throws",
            "throw",
            peer -> {
              peer.sendText("/throw");
              return BrowserView.byClose(peer.answerToEnd());
            }),
        opened(
            "The application drops the connection without a Close frame",
            "drop",
            peer -> {
              peer.sendText("/drop");
              return BrowserView.byClose(peer.answerToEnd());
            }));
  }

  private static Ending opened(String title, String name, Function<RawPeer, BrowserView> then) {
    return new Ending(
        title,
        name.startsWith("/") ? name : "/chat/" + name,
        (peer, opening) -> {
          peer.request(opening);
          peer.echo("hello");
          return then.apply(peer);
        });
  }
}
