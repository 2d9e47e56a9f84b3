package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Optional;

/**
 * {@code local.slow_consumer}: the peer's receive window stayed shut (TCP flow control) until a
 * write timeout or a send limit was reached. Spring's limit says SessionLimitExceededException.
 */
public final class SlowConsumer implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<Fact> timedOut = evidence.first(FactKind.WRITE_TIMED_OUT);
    if (timedOut.isPresent()) {
      return timedOut
          .filter(fact -> evidence.isOpened())
          .map(fact -> finding(evidence, fact, Wording.of(fact)));
    }
    return LocalEnd.of(evidence)
        .flatMap(
            local ->
                local
                    .provokedBy(SlowConsumer::isSendLimit)
                    .map(fact -> finding(evidence, local.fact(), Wording.of(fact))));
  }

  private static boolean isSendLimit(ThrowableSnapshot link) {
    return link.simpleType().endsWith("SessionLimitExceededException")
        || link.simpleType().contains("WriteTimeout");
  }

  private static Finding finding(Evidence evidence, Fact decidedBy, String line) {
    return Finding.of(
            Cause.LOCAL_SLOW_CONSUMER,
            Confidence.CERTAIN,
            decidedBy,
            "The "
                + Wording.peer(evidence)
                + " did not take what was sent to it in time, and this JVM gave up",
            "Send less or merge messages for peers that cannot keep up, or raise the write timeout or"
                + " send limit; the peer or its network is slow or frozen.")
        .because(line, Wording.noInboundFrame(evidence));
  }
}
