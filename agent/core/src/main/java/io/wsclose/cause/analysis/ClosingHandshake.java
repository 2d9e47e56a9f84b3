// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import io.wsclose.cause.Cause;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the closing handshake (RFC 6455 section 7.1.2) beside the cause: a Close frame of
 * ours that never left or had no answer, and a stack that tells the application another story.
 */
final class ClosingHandshake {
  /** Less than a round trip over most networks. */
  private static final long AT_ONCE_NANOS = 20_000_000L;

  private final List<String> lines = new ArrayList<>();
  private final Evidence evidence;
  private final Finding decided;

  private ClosingHandshake(Evidence evidence, Finding decided) {
    this.evidence = evidence;
    this.decided = decided;
  }

  static List<String> lines(Evidence evidence, Finding decided) {
    ClosingHandshake closing = new ClosingHandshake(evidence, decided);
    closing.notSent();
    closing.noReply();
    closing.answer();
    closing.tooLate();
    closing.reported();
    return closing.lines;
  }

  private void notSent() {
    Optional<Fact> unsent = evidence.first(FactKind.CLOSE_NOT_SENT);
    if (unsent.isPresent() && !evidence.closeSent().isPresent()) {
      lines.add(notSent(unsent.get()));
    }
  }

  /** Else nothing would say why a close with a Close frame received is not clean. */
  private void noReply() {
    if (evidence.closeReceived().isPresent()
        && !evidence.closeSent().isPresent()
        && !evidence.has(FactKind.CLOSE_NOT_SENT)) {
      lines.add("this JVM sent no Close frame in reply");
    }
  }

  private String notSent(Fact unsent) {
    Fact tried = evidence.first(FactKind.CLOSE_SENT).orElse(unsent);
    if (evidence.closeReceived().filter(received -> received.isBefore(tried)).isPresent()) {
      return "our reply could not be sent: "
          + (evidence.traffic().backlog().queuedFrames() > 1
              ? "it waited behind frames that the " + FactText.peer(evidence) + " did not take"
              : "the socket was already closed");
    }
    return decided.decidedBy().isBefore(unsent)
        ? "our Close frame could not be sent: the socket was already closed"
        : FactText.of(unsent);
  }

  /** An answer shows that the peer was alive; none shows it only where it had time to answer. */
  private void answer() {
    Optional<Fact> sent = evidence.closeSent();
    if (!sent.isPresent() || decided.decidedBy().isBefore(sent.get()) && !isOurs(decided.cause())) {
      return;
    }
    Optional<Fact> received = evidence.closeReceived();
    if (!received.isPresent()) {
      unanswered(sent.get());
    } else if (sent.get().isBefore(received.get())) {
      lines.add(
          "our Close frame was answered after "
              + Units.duration(received.get().nanos() - sent.get().nanos())
              + ": the "
              + FactText.peer(evidence)
              + " was alive");
    }
  }

  /**
   * Closing at once, as a listener behind the write does, leaves nobody time to answer: the peer is
   * not to blame then, and 1006 means nothing.
   */
  private void unanswered(Fact sent) {
    String peer = FactText.peer(evidence);
    long waited = evidence.endedNanos() - sent.nanos();
    boolean here = !evidence.has(FactKind.END_OF_STREAM) && !evidence.has(FactKind.SOCKET_FAILED);
    if (here && waited < AT_ONCE_NANOS) {
      lines.add(
          "this JVM closed the socket right behind its Close frame, without waiting for the reply:"
              + " hence close code 1006 here, which does not matter; the "
              + peer
              + " was sent "
              + FactText.code(sent));
      return;
    }
    lines.add(
        (here
                ? "our Close frame was not answered in the "
                : "the " + peer + " ended the connection without answering our Close frame, ")
            + Units.duration(waited)
            + (here ? " before the connection was gone" : " after it")
            + ": hence close code 1006 here; the "
            + peer
            + " was sent "
            + FactText.code(sent));
  }

  /** Stacks write one when they notice the end: nobody is there to read it. */
  private void tooLate() {
    evidence
        .closeSent()
        .filter(sent -> decided.decidedBy().socketEvent().isPresent())
        .filter(sent -> decided.decidedBy().isBefore(sent))
        .ifPresent(
            sent ->
                lines.add(
                    "the Close frame of this JVM ("
                        + FactText.status(sent)
                        + ") came after that end, as a reaction to it"));
  }

  private static boolean isOurs(Cause cause) {
    return cause.isLocal() || cause.isRefusalOfFrames();
  }

  /** Stacks make codes up where no Close frame came; 1006 is the one that says so. */
  private void reported() {
    evidence
        .first(FactKind.REPORTED)
        .filter(told -> !evidence.closeReceived().isPresent() && told.code() != 1006)
        .filter(
            told -> !evidence.closeSent().filter(sent -> sent.code() == told.code()).isPresent())
        .ifPresent(
            told ->
                lines.add(
                    "the container reported "
                        + FactText.status(told)
                        + " to the application, although no Close frame had arrived"));
  }
}
