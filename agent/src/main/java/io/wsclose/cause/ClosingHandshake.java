package io.wsclose.cause;

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
    closing.answer();
    closing.reported();
    return closing.lines;
  }

  private void notSent() {
    Optional<Fact> unsent = evidence.first(FactKind.CLOSE_NOT_SENT);
    if (unsent.isPresent() && !evidence.closeSent().isPresent()) {
      lines.add(notSent(unsent.get()));
    }
  }

  private String notSent(Fact unsent) {
    Fact tried = evidence.first(FactKind.CLOSE_SENT).orElse(unsent);
    if (evidence.closeReceived().filter(received -> received.isBefore(tried)).isPresent()) {
      return "our reply could not be sent: "
          + (evidence.traffic().backlog().queuedFrames() > 1
              ? "it waited behind frames that the " + Wording.peer(evidence) + " did not take"
              : "the socket was already closed");
    }
    return decided.decidedBy().isBefore(unsent)
        ? "a Close frame tried after the end could not be sent any more"
        : Wording.of(unsent);
  }

  /** An answer shows that the peer was alive; none shows it only where it had time to answer. */
  private void answer() {
    Optional<Fact> sent = evidence.closeSent();
    if (!sent.isPresent() || decided.decidedBy().isBefore(sent.get()) && !isOurs(decided.cause())) {
      return;
    }
    Optional<Fact> received = evidence.closeReceived();
    if (!received.isPresent()) {
      lines.add(
          "our Close frame ("
              + Wording.status(sent.get())
              + ") was not answered in the "
              + Figures.duration(evidence.endedNanos() - sent.get().nanos())
              + " before the connection was gone");
    } else if (sent.get().isBefore(received.get())) {
      lines.add(
          "our Close frame was answered after "
              + Figures.duration(received.get().nanos() - sent.get().nanos())
              + ": the "
              + Wording.peer(evidence)
              + " was alive");
    }
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
                    "the application was told "
                        + Wording.status(told)
                        + ", which no Close frame said"));
  }
}
