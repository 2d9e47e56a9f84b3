// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import io.wsclose.testbed.peer.Answer;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One way for a connection to end: what the peer does, and what the close event must say about it.
 * Every stack has to go through all of them.
 *
 * <p>The service on the stack is asked for nothing but this. Rooms, the first part of the path:
 * {@code chat} is open to all, selects the subprotocol {@code chat.v1} and no other, takes frames
 * up to 64 KiB; {@code lounge} closes who says nothing for a while; {@code watch} pings who says
 * nothing and closes who does not answer; {@code slow} takes half a minute to answer the opening
 * handshake; {@code intranet} answers 403 if Origin and Host differ; {@code members} 401, {@code
 * staff} 403, {@code broken} 500, all others 404. Text is echoed, but for the words {@code /kick}
 * (Close 4001 by a method {@code kick}, then wait), {@code /quit} (close by a method {@code quit}),
 * {@code /drop} (end without Close by a method {@code drop}), {@code /throw}, {@code /fault} (Close
 * 1011), {@code /push} (send without end), {@code /push-deaf} (the same without reading) and {@code
 * /flood} (send 1024 frames of 16 KiB without waiting for one to leave).
 *
 * @param name part of the path, so that its event is told from all others
 * @param ownJvm whether it ends the service, too
 */
public record Scenario(String name, String room, boolean ownJvm, Play play, Expectation expected) {

  private static final int NARROW = 4 * 1024;

  /** What happens; returns when nothing more will come from the peer. */
  @FunctionalInterface
  public interface Play {
    void on(Stage stage);
  }

  public String path() {
    return "/" + room + "/" + name;
  }

  /** A connection is opened in {@code chat}, and then this is done with it. */
  static Scenario opened(String name, Consumer<RawPeer> then, Expectation expected) {
    return openedIn("chat", name, then, expected);
  }

  static Scenario openedIn(String room, String name, Consumer<RawPeer> then, Expectation expected) {
    return opened(room, name, UnaryOperator.identity(), then, expected);
  }

  static Scenario opened(
      String room,
      String name,
      UnaryOperator<Opening> opening,
      Consumer<RawPeer> then,
      Expectation expected) {
    Play play =
        stage -> {
          try (RawPeer peer = stage.connect()) {
            Answer answer = peer.request(opening.apply(stage.opening()));
            if (!answer.isUpgrade()) {
              throw new AssertionError("not opened: " + answer);
            }
            then.accept(peer);
          }
        };
    return new Scenario(name, room, false, play, expected);
  }

  /** The same of a peer whose receive buffer is full after a few frames. */
  static Scenario openedNarrowly(String name, Consumer<RawPeer> then, Expectation expected) {
    Play play =
        stage -> {
          try (RawPeer peer = stage.connect(NARROW)) {
            peer.request(stage.opening());
            then.accept(peer);
          }
        };
    return new Scenario(name, "chat", false, play, expected);
  }

  /** An opening handshake is sent that will be refused. */
  static Scenario refused(
      String room, String name, UnaryOperator<Opening> opening, Expectation expected) {
    Play play =
        stage -> {
          try (RawPeer peer = stage.connect()) {
            Answer answer = peer.request(opening.apply(stage.opening()));
            if (answer.isUpgrade()) {
              throw new AssertionError("not refused: " + answer);
            }
          }
        };
    return new Scenario(name, room, false, play, expected);
  }

  /** The opening handshake is sent, and this is done without waiting for its answer. */
  static Scenario asked(String room, String name, Consumer<RawPeer> then, Expectation expected) {
    Play play =
        stage -> {
          try (RawPeer peer = stage.connect()) {
            then.accept(peer.send(stage.opening()));
          }
        };
    return new Scenario(name, room, false, play, expected);
  }

  /** A connection is open while this happens to the service, which does not survive it. */
  static Scenario ending(String name, Consumer<Stage> end, Expectation expected) {
    Play play =
        stage -> {
          try (RawPeer peer = stage.connect()) {
            peer.request(stage.opening());
            peer.echo("still here?");
            end.accept(stage);
            peer.awaitEnd();
          }
        };
    return new Scenario(name, "chat", true, play, expected);
  }

  @Override
  public String toString() {
    return name;
  }
}
