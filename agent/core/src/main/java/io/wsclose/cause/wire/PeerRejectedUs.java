// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.wire;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FrameSnapshot;
import java.util.Optional;

/**
 * {@code protocol.peer_rejected_us}. RFC 6455 section 7.4.1: with 1002, 1003, 1007 and 1009 the
 * peer refuses what was sent to it, with 1010 what was negotiated.
 */
public final class PeerRejectedUs implements Rule {
  private static final int TOO_BIG = 1009;

  /** Bytes of payload in a whole life; limits of real peers are 16 KiB and more. */
  private static final long SMALL = 4_096;

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return evidence
        .closeReceived()
        .filter(close -> applies(close.code()))
        .map(close -> finding(evidence, close));
  }

  private static boolean applies(int code) {
    return code == 1002 || code == 1003 || code == 1007 || code == TOO_BIG || code == 1010;
  }

  private static String lastSent(Evidence evidence) {
    String last = "";
    for (FrameSnapshot frame : evidence.traffic().frames()) {
      if (!frame.received() && !frame.isClose()) {
        last = "last frame sent: " + frame.opcode() + ", " + frame.length() + " bytes";
      }
    }
    return last;
  }

  private static String meaning(int code) {
    switch (code) {
      case 1002:
        return "a protocol error";
      case 1003:
        return "a kind of data it does not accept";
      case 1007:
        return "data that does not fit its type, such as bad UTF-8";
      case TOO_BIG:
        return "a message too big for it";
      default:
        return "an extension it needs was not negotiated";
    }
  }

  /** Without our echo of the Close frame. */
  private static long sentBefore(Evidence evidence) {
    long closes =
        evidence.traffic().frames().stream()
            .filter(frame -> !frame.received() && frame.isClose())
            .mapToLong(FrameSnapshot::length)
            .sum();
    return evidence.traffic().bytesSent() - closes;
  }

  private static Finding finding(Evidence evidence, Fact close) {
    long sent = sentBefore(evidence);
    // what is called too big may be a message that a gateway got from somebody else
    return close.code() == TOO_BIG && sent < SMALL
        ? finding(
            evidence,
            close,
            "'s side closed with "
                + FactText.status(close)
                + ", a message too big, though this JVM had sent no more than "
                + Units.bytes(sent),
            "That is less than any usual limit: more likely a gateway on the way refused a message from its"
                + " other side and closed both. Look for its limit of frame or message size.")
        : finding(
            evidence,
            close,
            " refused what this JVM sent: " + FactText.status(close) + ", " + meaning(close.code()),
            close.code() == TOO_BIG
                ? "Send smaller messages or raise the peer's limit; AWS API Gateway for one takes frames of"
                    + " up to 32 KB."
                : "Look at the last frames that were sent, and at proxies that may change them.");
  }

  private static Finding finding(Evidence evidence, Fact close, String what, String hint) {
    return Finding.of(
            Cause.PROTOCOL_PEER_REJECTED_US,
            Confidence.CERTAIN,
            close,
            "The " + FactText.peer(evidence) + what,
            hint)
        .because(FactText.of(close), lastSent(evidence));
  }
}
