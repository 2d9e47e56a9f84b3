// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.scenario.Addresses;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One way in which many connections of a run end.
 *
 * @param opens whether the opening handshake succeeds
 */
record CloseKind(String cause, boolean opens, Consumer<RawPeer> end) {
  static CloseKind opened(String cause, Consumer<RawPeer> end) {
    return new CloseKind(cause, true, end);
  }

  static CloseKind refused(String cause) {
    return new CloseKind(cause, false, RawPeer::answer);
  }

  String path(int index) {
    return (opens ? "/chat/" : "/nowhere/") + index;
  }

  /** Opens the connection with this index, from an address of its own, and ends it. */
  void play(int index, int port) {
    try (RawPeer peer = RawPeer.connect(Addresses.of(index), port)) {
      peer.send(Opening.of(path(index)));
      if (opens) {
        assertThat(peer.answer().isUpgrade()).isTrue();
        peer.echo("hello");
      }
      end.accept(peer);
    }
  }

  /** By path. Fails a comparison where a path occurs twice. */
  static Map<String, String> causes(List<ReceivedSpan> spans) {
    return spans.stream()
        .collect(
            Collectors.toMap(
                span -> span.text("url.path"),
                span -> span.text("websocket.close.cause"),
                (first, second) -> first + " and " + second,
                TreeMap::new));
  }
}
