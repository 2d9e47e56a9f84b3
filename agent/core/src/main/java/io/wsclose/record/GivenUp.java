// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** What the transport of a connection, and queues above it, still held when they were given up. */
final class GivenUp {
  private long sentBefore = -1;
  private long frames;
  private long bytes;
  private long dropped;
  private long framesAbove;
  private long bytesAbove;

  /**
   * @param sent how many frames had been handed over by then: the first call counts
   */
  synchronized void neverLeft(long sent, long moreFrames, long moreBytes) {
    if (sentBefore < 0) {
      sentBefore = sent;
    }
    frames += moreFrames;
    bytes += moreBytes;
  }

  synchronized void neverHandedOver(long moreFrames, long moreBytes) {
    framesAbove += moreFrames;
    bytesAbove += moreBytes;
  }

  /** They count where what came before them did not leave, either, and nothing after them. */
  synchronized void dropped(long moreFrames) {
    dropped += moreFrames;
  }

  synchronized Backlog backlog(ConnectionRecord connection) {
    long late = sentBefore < 0 ? 0 : connection.sent().frames() - sentBefore;
    long whole = frames + bytes > 0 ? frames + dropped : 0;
    return Backlog.of(connection, connection.handshake().role(), late, whole, bytes)
        .withQueueAbove(framesAbove, bytesAbove);
  }
}
