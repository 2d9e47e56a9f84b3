// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.RawPeer;

/** One client's connection. */
final class User {
  private final RawPeer peer;
  private volatile boolean gone;

  User(RawPeer peer) {
    this.peer = peer;
  }

  /** Says something and waits for the echo. */
  User say() {
    peer.echo("hello");
    return this;
  }

  /** The same if the connection is still there; a conversation ends with it. */
  void sayIfThere() {
    if (gone) {
      return;
    }
    try {
      synchronized (this) {
        peer.echo("hello");
      }
    } catch (RuntimeException e) {
      gone = true;
    }
  }

  /** Its program ends, having read all that came: the kernel sends FIN. */
  void exit() {
    gone = true;
    synchronized (this) {
      peer.close();
    }
  }

  /** Its program is killed with something unread, or sets SO_LINGER to 0: the kernel sends RST. */
  void reset() {
    gone = true;
    peer.reset();
  }

  /** Closes as RFC 6455 has it, with this status. */
  void close(int status) {
    gone = true;
    peer.send(Frame.close(status, "")).answerToEnd();
    peer.close();
  }

  /** Asks for an endless flow of messages and reads the first. */
  void askForPush() {
    peer.sendText("/push").receive(Frame.BINARY);
  }

  /** Has the service send one message, which is not waited for. */
  void speak() {
    peer.sendText("hello");
  }

  /** Waits until the other side has ended the connection, a Close frame answered. */
  void awaitEnd() {
    peer.answerToEnd();
    peer.close();
  }
}
