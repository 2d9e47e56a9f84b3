package io.wsclose.intermediary;

import java.util.Collections;
import java.util.List;

/** One row of the table of known intermediaries. */
public final class Intermediary {
  private final String name;
  private final List<String> fingerprint;
  private final double idleSeconds;
  private final double ageSeconds;
  private final double slackSeconds;
  private final String setting;

  Intermediary(
      String name,
      List<String> fingerprint,
      double idleSeconds,
      double ageSeconds,
      double slackSeconds,
      String setting) {
    this.name = name;
    this.fingerprint = Collections.unmodifiableList(fingerprint);
    this.idleSeconds = idleSeconds;
    this.ageSeconds = ageSeconds;
    this.slackSeconds = slackSeconds;
    this.setting = setting;
  }

  /** As in {@code websocket.proxy.hops}. */
  public String name() {
    return name;
  }

  /** Header names, or {@code name:part of value}, any of which betrays it. */
  List<String> fingerprint() {
    return fingerprint;
  }

  /** Default idle limit in seconds; 0 if it has none. */
  public double idleSeconds() {
    return idleSeconds;
  }

  /** Default limit of a connection's age in seconds; 0 if it has none. */
  public double ageSeconds() {
    return ageSeconds;
  }

  /** How much later than its limit it is known to act, in seconds. */
  public double slackSeconds() {
    return slackSeconds;
  }

  /** The setting to change, as its documentation calls it. */
  public String setting() {
    return setting;
  }
}
