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
import java.util.Optional;

/**
 * {@code local.app_close}: local code closed with a Close frame (RFC 6455 section 7.1.2) and
 * nothing made it. The call stack says whether that was the application; a listener that closes
 * after a write has no frame of its own there.
 */
public final class AppClose implements Rule {
  /** What the stack may have closed for where no application code was seen closing. */
  private static final Cause[] UNSEEN = {Cause.LOCAL_IDLE_TIMEOUT, Cause.LOCAL_SHUTDOWN};

  /** What a library may have closed for where it acted on its own. */
  private static final Cause[] BY_LIBRARY = {
    Cause.LOCAL_APP_EXCEPTION, Cause.LOCAL_IDLE_TIMEOUT, Cause.LOCAL_SHUTDOWN
  };

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return LocalEnd.of(evidence)
        .filter(LocalEnd::isWithCloseFrame)
        .map(local -> finding(evidence, local));
  }

  private static Finding finding(Evidence evidence, LocalEnd local) {
    Optional<CallSite> site = local.callSite();
    boolean byApplication = site.filter(CallSite::isApplication).isPresent();
    boolean mayBeHeartbeat = HeartbeatTimeout.mayBe(evidence, local);
    String sent =
        evidence.closeSent().map(FactText::status).orElse("a Close frame that was not sent");
    return Finding.of(
            Cause.LOCAL_APP_CLOSE,
            byApplication && !mayBeHeartbeat ? Confidence.CERTAIN : Confidence.LIKELY,
            local.fact(),
            (byApplication || !site.isPresent()
                    ? "The application closed after "
                    : "A library of the application closed after ")
                + Units.duration(evidence.ageNanos())
                + " with "
                + sent
                + site.map(call -> " in " + call.brief()).orElse("")
                + (local.isByTimer() ? ", from a timer" : ""),
            hint(evidence, byApplication))
        .because(FactText.closer(site), evidence.closeSent().map(FactText::of).orElse(""))
        .or(mayBeHeartbeat ? new Cause[] {Cause.LOCAL_HEARTBEAT_TIMEOUT} : new Cause[0])
        .or(byApplication ? new Cause[0] : site.isPresent() ? BY_LIBRARY : UNSEEN);
  }

  private static String hint(Evidence evidence, boolean siteKnown) {
    int code = evidence.closeSent().map(Fact::code).orElse(0);
    if (Cause.LOCAL_APP_CLOSE.isError(code)) {
      String reason =
          evidence.closeSent().map(Fact::text).filter(text -> !text.isEmpty()).isPresent()
              ? "The application gave its reason with the code: start there, and look"
              : "The code says that something was wrong: look";
      return reason
          + (siteKnown ? " at what the calling code checks." : " into the application's log.");
    }
    return siteKnown
        ? "Nothing to do if this code was meant to close; the call site shows who decided it."
        : "Nothing to do if a close was meant; a listener or scheduled task that closes leaves no"
            + " application code on the stack.";
  }
}
