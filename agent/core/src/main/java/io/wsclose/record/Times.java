// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** The three instants of a connection, on the scale of {@link System#nanoTime()}. */
final class Times {
  final long started;
  final long opened;
  final long ended;

  /**
   * @param opened 0 if the handshake never completed
   * @param ended 0 if the connection is still there
   */
  Times(long started, long opened, long ended) {
    this.started = started;
    this.opened = opened;
    this.ended = ended;
  }
}
