// SPDX-License-Identifier: Apache-2.0
package io.wsclose.intermediary;

import io.wsclose.bootstrap.Headers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** One row of the table of known intermediaries; times are seconds, as in the table. */
public final class Intermediary {
  /** A busy machine sees a frame late, so the time measured here is the shorter one. */
  private static final double EARLY_SECONDS = 1;

  private static final String[] HEADERS = {"always", "sometimes"};
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}\\??");
  private static final Pattern SETTING = Pattern.compile("\\P{Cntrl}{0,120}");

  private final String name;
  private final Fingerprint fingerprint;
  private final boolean alwaysLeavesHeaders;
  private final List<Double> idle;
  private final boolean rearmedBySentOnly;
  private final boolean drops;
  private final double age;
  private final double slack;
  private final String setting;
  private final String log;

  private Intermediary(TableRow row) {
    name = row.matching("name", NAME, "small letters, digits and -, at the end perhaps ?");
    fingerprint =
        Fingerprint.parse(
            row.matching(
                "fingerprint",
                Fingerprint.SYNTAX,
                "header names in lower case, joined by + and, as alternatives, by one blank"));
    alwaysLeavesHeaders =
        row.oneOf("headers", fingerprint.isEmpty() ? new String[] {""} : HEADERS)
            .equals(HEADERS[0]);
    idle = row.listOfSeconds("idle");
    rearmedBySentOnly = row.oneOf("re-armed", "both", "sent").equals("sent");
    drops = row.oneOf("at limit", "closes", "drops").equals("drops");
    age = row.seconds("age");
    slack = row.seconds("slack");
    setting = row.matching("setting", SETTING, "up to 120 characters");
    log = row.matching("log", SETTING, "up to 120 characters");
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

  /** The name without the question mark of a weak fingerprint. */
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

  /** The headers that reveal it in this request; empty if none does. */
  public List<String> revealingHeaders(Headers headers) {
    return fingerprint.revealing(headers);
  }

  boolean hasFingerprint() {
    return !fingerprint.isEmpty();
  }

  /** Whether a request without its headers did not pass it. */
  public boolean alwaysLeavesHeaders() {
    return alwaysLeavesHeaders;
  }

  /** Default idle limit in seconds; 0 if it has none. */
  public double idleSeconds() {
    return idle.isEmpty() ? 0 : idle.get(0);
  }

  /** Default and usual idle limits in seconds. */
  List<Double> idleLimits() {
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

  /** What its log says when its idle limit ends a connection; empty where that is not known. */
  public Optional<String> log() {
    return log.isEmpty() ? Optional.empty() : Optional.of(log);
  }

  /**
   * The usual idle limit that explains this silence, in seconds.
   *
   * @param receivedOrSent since the last frame of either direction
   * @param sent since the last frame that this JVM sent
   */
  public OptionalDouble idleLimitFor(double receivedOrSent, double sent) {
    double silence = rearmedBySentOnly ? sent : receivedOrSent;
    return drops
        ? OptionalDouble.empty()
        : idle.stream()
            .mapToDouble(Double::doubleValue)
            .filter(l -> explains(l, silence))
            .findFirst();
  }

  boolean closesAtAge(double seconds) {
    return age > 0 && explains(age, seconds);
  }

  private boolean explains(double limit, double seconds) {
    return seconds >= limit - EARLY_SECONDS && seconds <= limit + Math.max(1, slack);
  }
}
