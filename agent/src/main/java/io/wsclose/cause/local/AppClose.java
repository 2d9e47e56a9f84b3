package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Figures;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Wording;
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

  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return LocalEnd.of(evidence)
        .filter(LocalEnd::isWithCloseFrame)
        .map(local -> finding(evidence, local));
  }

  private static Finding finding(Evidence evidence, LocalEnd local) {
    Optional<StackTraceElement> site = local.callSite();
    boolean mayBeHeartbeat = HeartbeatTimeout.mayBe(evidence, local);
    String sent =
        evidence.closeSent().map(Wording::status).orElse("a Close frame that was not sent");
    return Finding.of(
            Cause.LOCAL_APP_CLOSE,
            site.isPresent() && !mayBeHeartbeat ? Confidence.CERTAIN : Confidence.LIKELY,
            local.fact(),
            "The application closed after "
                + Figures.duration(evidence.ageNanos())
                + " with "
                + sent
                + site.map(frame -> " in " + CallSite.brief(frame)).orElse("")
                + (local.isByTimer() ? ", from a timer" : ""),
            hint(evidence, site.isPresent()))
        .because(
            site.map(frame -> "close called by " + frame)
                .orElse("no application code on the stack"),
            evidence.closeSent().map(Wording::of).orElse(""))
        .or(mayBeHeartbeat ? new Cause[] {Cause.LOCAL_HEARTBEAT_TIMEOUT} : new Cause[0])
        .or(site.isPresent() ? new Cause[0] : UNSEEN);
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
