// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.CallSite;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code local.shutdown}: this JVM ended the connection, or left it open to its own end, while a
 * server, container, event loop or the JVM itself was stopping.
 */
public final class Shutdown implements Rule {
  private static final String JVM = "JVM shutdown";

  /** Where only a rejected task says so. */
  private static final String POOL = "server or thread pool";

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    Optional<LocalEnd> local = LocalEnd.ofAny(evidence);
    if (local.isPresent()) {
      return Stop.behind(local.get(), evidence, surroundings)
          .map(
              stop ->
                  finding(
                      evidence,
                      local.get().fact(),
                      stop.confidence(),
                      local,
                      surroundings.jvmStopping()));
    }
    boolean stopping = surroundings.jvmStopping() || evidence.has(FactKind.STOPPING);
    return stopping && !evidence.firstSign().isPresent()
        ? Optional.of(
            finding(
                evidence, evidence.end(), Confidence.CERTAIN, local, surroundings.jvmStopping()))
        : Optional.empty();
  }

  /** Who called {@code System.exit}, where somebody did. */
  private static Optional<StackTraceElement> exit(Evidence evidence) {
    return evidence.facts().stream()
        .filter(fact -> fact.is(FactKind.STOPPING) && fact.caller().isPresent())
        .findFirst()
        .flatMap(fact -> fact.caller().get().thrower());
  }

  private static Stream<String> texts(Evidence evidence) {
    return evidence.facts().stream()
        .filter(fact -> fact.is(FactKind.STOPPING) && !fact.text().isEmpty())
        .map(Fact::text);
  }

  private static String what(Evidence evidence, Optional<StackTraceElement> exit) {
    return exit.map(frame -> "System.exit called by " + CallSite.brief(frame))
        .orElseGet(
            () ->
                texts(evidence)
                    .filter(text -> text.startsWith(JVM))
                    .findFirst()
                    .orElseGet(() -> texts(evidence).findFirst().orElse(POOL)));
  }

  /** Whether the JVM itself, or a part of it: an operator looks elsewhere for each. */
  private static String stopped(String what, boolean ofJvm) {
    if (what.startsWith("System.exit")) {
      return "This JVM was shutting down (" + what + ")";
    }
    if (what.startsWith(JVM)) {
      String reason = what.substring(JVM.length()).replaceFirst("^: ", "");
      return "This JVM was shutting down" + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
    return ofJvm
        ? "This JVM was shutting down, and with it its " + what + ","
        : "This JVM was stopping its " + what;
  }

  private static Finding finding(
      Evidence evidence,
      Fact decidedBy,
      Confidence confidence,
      Optional<LocalEnd> local,
      boolean ofJvm) {
    Optional<StackTraceElement> exit = exit(evidence);
    String what = what(evidence, exit);
    boolean told = local.filter(LocalEnd::isWithCloseFrame).isPresent();
    return Finding.of(
            Cause.LOCAL_SHUTDOWN,
            confidence,
            decidedBy,
            stopped(what, ofJvm)
                + " and "
                + (local.isPresent()
                    ? "closed the connection"
                    : ofJvm || exit.isPresent() || what.startsWith(JVM)
                        ? "exited without closing the connection"
                        : "dropped the connection")
                + " after "
                + Units.duration(evidence.ageNanos())
                + (told ? "" : ", without a Close frame"),
            exit.isPresent()
                ? "Code in this JVM ended it, not a deployment or a probe: "
                    + CallSite.brief(exit.get())
                    + " called System.exit. If that was not meant, look there; if it was, close with"
                    + " 1001 or 1012 before, and let clients connect again after a random wait."
                : told
                    ? "Nothing to do for a stop that was meant, but clients should connect again after a random"
                        + " wait; if nobody meant it, find who stopped it."
                    : "If nobody meant to stop it, find who did: a deployment, a failed liveness probe, a"
                        + " SIGTERM. For stops that are meant, close with 1001 or 1012 first: without a Close"
                        + " frame the client sees 1006 and cannot tell a stop from a crash.")
        .because(
            "a stop was under way: " + what,
            local.flatMap(LocalEnd::callSite).map(FactText::closer).orElse(""),
            evidence.closeSent().map(FactText::of).orElse("no Close frame sent"))
        .or(told ? Cause.LOCAL_APP_CLOSE : Cause.LOCAL_ABORT);
  }
}
