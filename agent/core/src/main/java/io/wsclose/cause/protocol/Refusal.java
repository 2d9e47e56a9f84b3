// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.protocol;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.RefusedFrame;
import io.wsclose.cause.local.LocalEnd;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.FrameSnapshot;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Locale;
import java.util.Optional;

/**
 * This side's stack refused what the peer sent: seen as a failure of its parser, or only as a Close
 * frame of its own with 1002, 1003 or 1007 (RFC 6455 section 7.4.1).
 */
final class Refusal {
  private static final int TOO_BIG = 1009;
  private static final int BAD_DATA = 1007;

  private final Evidence evidence;
  private final Fact fact;
  private final int status;

  private Refusal(Evidence evidence, Fact fact, int status) {
    this.evidence = evidence;
    this.fact = fact;
    this.status = status;
  }

  static Optional<Refusal> of(Evidence evidence) {
    if (!evidence.isOpened()) {
      return Optional.empty();
    }
    Optional<Refusal> closed =
        LocalEnd.of(evidence)
            .filter(local -> isRefusing(local.status()) && !local.callSite().isPresent())
            .map(local -> new Refusal(evidence, local.fact(), local.status()));
    Optional<Refusal> parsed =
        evidence
            .first(FactKind.PARSER_FAILED)
            .map(fact -> new Refusal(evidence, fact, status(evidence, fact)))
            .filter(refusal -> refusal.status != TOO_BIG);
    boolean closedFirst =
        closed.isPresent()
            && !(parsed.isPresent() && parsed.get().fact.isBefore(closed.get().fact));
    return closedFirst ? closed : parsed;
  }

  private static boolean isRefusing(int status) {
    return status == 1002 || status == 1003 || status == BAD_DATA;
  }

  /** What the parser chose; where it did not say, what the Close frame says. */
  private static int status(Evidence evidence, Fact fact) {
    return fact.code() != 0 ? fact.code() : evidence.closeSent().map(Fact::code).orElse(0);
  }

  boolean isBadData() {
    return status == BAD_DATA;
  }

  /** RFC 7692: whether it failed while it inflated a message. */
  boolean isCompression() {
    return evidence.handshake().extensions().contains("deflate")
        && evidence.facts().stream()
            .filter(other -> other.is(FactKind.PARSER_FAILED))
            .anyMatch(other -> other.failure().filter(Refusal::speaksOfDeflate).isPresent());
  }

  private static boolean speaksOfDeflate(ThrowableSnapshot failure) {
    return failure.chain().stream()
        .map(link -> (link.type() + " " + link.message()).toLowerCase(Locale.ROOT))
        .anyMatch(
            text ->
                text.contains("deflat")
                    || text.contains("inflat")
                    || text.contains("compress")
                    || text.contains("dataformatexception"));
  }

  Finding finding(Cause cause, String summary, String hint) {
    boolean parser = evidence.has(FactKind.PARSER_FAILED);
    boolean certain = parser && !RefusedFrame.isUnmaskedClose(evidence);
    boolean proxys =
        RefusedFrame.isUnmaskedClose(evidence) && evidence.handshake().isThroughIntermediary();
    // the frame is Caddy's own as well as a client's, and nothing here says which
    Confidence unsure = proxys ? Confidence.POSSIBLE : Confidence.LIKELY;
    Finding finding = Finding.of(cause, certain ? Confidence.CERTAIN : unsure, fact, summary, hint);
    return finding
        .because(
            evidence.first(FactKind.PARSER_FAILED).map(FactText::of).orElse(""),
            looks(),
            isCompressedUnasked()
                ? "the last frame received has RSV1 set, no extension was negotiated"
                : "",
            evidence.closeSent().map(FactText::of).orElse("no Close frame sent"))
        .or(parser ? Cause.PROXY_RELOAD_OR_DRAIN : Cause.LOCAL_APP_CLOSE);
  }

  /** RFC 7692 section 6: RSV1 marks a compressed message, once that was negotiated. */
  boolean isCompressedUnasked() {
    return evidence.handshake().extensions().isEmpty()
        && evidence
            .traffic()
            .lastReceivedBefore(fact)
            .filter(FrameSnapshot::compressed)
            .isPresent();
  }

  /** Caddy up to 2.6 sends one when its configuration is reloaded; no browser ever does. */
  boolean isUnmaskedClose() {
    return RefusedFrame.isUnmaskedClose(evidence);
  }

  /** What the refused bytes look like; empty if they look like nothing known. */
  String looks() {
    return evidence.first(FactKind.UNPARSABLE).map(FactText::of).orElse("");
  }

  String peer() {
    return FactText.peer(evidence);
  }

  /** As {@link #code}, without a reason that only repeats what the summary says in these words. */
  String codeUnlessSaying(String words) {
    return status()
        + FactText.saying(
            evidence
                .closeSent()
                .filter(close -> !close.text().toLowerCase(Locale.ROOT).contains(words)));
  }

  private String status() {
    return status == 0 ? "" : " (status " + status + ")";
  }

  /** The status code and the reason that the stack gave the peer. */
  String code() {
    return status() + FactText.saying(evidence.closeSent());
  }
}
