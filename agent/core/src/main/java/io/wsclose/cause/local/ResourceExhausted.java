// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.ThrowableSnapshot;
import java.util.Optional;

/**
 * {@code local.resource_exhausted}: memory, threads or file descriptors ran out. The kernel words
 * the last as EMFILE, 'Too many open files'. A RejectedExecutionException says that a pool is full
 * only where it shows the pool running: one that was shut down rejects too.
 */
public final class ResourceExhausted implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<Fact> stopping = evidence.first(FactKind.STOPPING);
    Optional<Fact> socket =
        evidence.facts().stream()
            .filter(fact -> fact.is(FactKind.SOCKET_FAILED) && evidence.isOpened())
            .filter(fact -> !stopping.filter(stop -> stop.isBefore(fact)).isPresent())
            .filter(fact -> fact.failure().filter(ResourceExhausted::isExhausted).isPresent())
            .findFirst();
    if (socket.isPresent()) {
      return socket.map(fact -> finding(fact, Confidence.CERTAIN, fact.failure().get()));
    }
    if (!evidence.firstSign().isPresent() && evidence.isOpened()) {
      return evidence
          .provoking(evidence.end(), FactKind.APPLICATION_FAILED)
          .filter(fact -> fact.failure().filter(ResourceExhausted::isExhausted).isPresent())
          .map(fact -> finding(evidence.end(), Confidence.LIKELY, fact.failure().get()));
    }
    return LocalEnd.of(evidence)
        .filter(local -> !Stop.behind(local, evidence, surroundings).isPresent())
        .flatMap(
            local ->
                local
                    .provokedBy(link -> !resource(link).isEmpty())
                    .map(
                        fact ->
                            finding(
                                local.fact(),
                                local.answersFailure() ? Confidence.CERTAIN : Confidence.LIKELY,
                                fact.failure().get())));
  }

  private static boolean isExhausted(ThrowableSnapshot failure) {
    return failure.chain().stream().anyMatch(link -> !resource(link).isEmpty());
  }

  private static String resource(ThrowableSnapshot link) {
    String type = link.simpleType();
    if (type.equals("OutOfMemoryError")) {
      return link.message().contains("thread") ? "threads" : "memory";
    }
    if (type.equals("RejectedExecutionException") && link.message().contains("[Running")) {
      return "threads of a pool, or places in its queue,";
    }
    return link.message().contains("Too many open files") ? "file descriptors" : "";
  }

  private static Finding finding(Fact decidedBy, Confidence confidence, ThrowableSnapshot failure) {
    ThrowableSnapshot said =
        failure.chain().stream().filter(link -> !resource(link).isEmpty()).findFirst().get();
    return Finding.of(
            Cause.LOCAL_RESOURCE_EXHAUSTED,
            confidence,
            decidedBy,
            "This JVM ran out of " + resource(said) + " and gave the connection up",
            "Raise the limit (heap, thread pool, ulimit -n) or find what holds on to them; it usually"
                + " hits many connections at once.")
        .because("threw " + said.type())
        .or(Cause.LOCAL_APP_CLOSE, Cause.LOCAL_APP_EXCEPTION);
  }
}
