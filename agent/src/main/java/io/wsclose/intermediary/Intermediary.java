package io.wsclose.intermediary;

import io.wsclose.bootstrap.Headers;
import java.util.Optional;

/** One row of the table of known intermediaries; times are seconds, as in the table. */
public final class Intermediary {
  /** Below its limit nothing ends; clocks and the first sign of the end differ by this much. */
  private static final double EARLY_SECONDS = 0.1;

  private final String name;
  private final Fingerprint fingerprint;
  private final double idle;
  private final boolean rearmedBySentOnly;
  private final boolean drops;
  private final double age;
  private final double slack;
  private final String setting;

  private Intermediary(TableRow row) {
    name = row.text("name");
    fingerprint =
        row.text("fingerprint").isEmpty()
            ? Fingerprint.none()
            : Fingerprint.parse(row.text("fingerprint"));
    idle = row.number("idle");
    rearmedBySentOnly = row.oneOf("re-armed", "both", "sent").equals("sent");
    drops = row.oneOf("at limit", "closes", "drops").equals("drops");
    age = row.number("age");
    slack = row.number("slack");
    setting = row.text("setting");
  }

  /**
   * @throws IllegalArgumentException if a column is not as the table's head says
   */
  static Intermediary of(TableRow row) {
    return new Intermediary(row);
  }

  /** As in {@code websocket.proxy.hops}. */
  public String name() {
    return name;
  }

  /** The name without the question mark that stands for a weak fingerprint. */
  public String plainName() {
    return isOnlySuggested() ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether its fingerprint is weak: headers suggest it, and do not show it. */
  public boolean isOnlySuggested() {
    return name.endsWith("?");
  }

  boolean isRecognisedBy(Headers headers) {
    return fingerprint.matches(headers);
  }

  boolean hasFingerprint() {
    return !fingerprint.isEmpty();
  }

  /** Default idle limit in seconds; 0 if it has none. */
  public double idleSeconds() {
    return idle;
  }

  /** Whether only what the server sends restarts its idle clock, and not what the client sends. */
  public boolean rearmedBySentOnly() {
    return rearmedBySentOnly;
  }

  /** Whether it forgets the flow silently at its limit, and so ends nothing by itself. */
  public boolean dropsSilently() {
    return drops;
  }

  /** Default limit of a connection's age in seconds; 0 if it has none. */
  public double ageSeconds() {
    return age;
  }

  /** How much later than its limit it is known to act, in seconds. */
  public double slackSeconds() {
    return slack;
  }

  /** The setting to change, as its documentation calls it; empty where there is none. */
  public Optional<String> setting() {
    return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
  }

  boolean closesAfterIdle(double receivedOrSent, double sent) {
    return !drops && explains(idle, rearmedBySentOnly ? sent : receivedOrSent);
  }

  boolean closesAtAge(double seconds) {
    return explains(age, seconds);
  }

  private boolean explains(double limit, double seconds) {
    return limit > 0 && seconds >= limit - EARLY_SECONDS && seconds <= limit + Math.max(1, slack);
  }
}
