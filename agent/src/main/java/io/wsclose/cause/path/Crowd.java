package io.wsclose.cause.path;

/** When ends that come together are more than chance. */
final class Crowd {
  private static final int LEAST = 5;
  private static final double SHARE = 0.2;

  private Crowd() {}

  static boolean isMany(int ended, int openBefore) {
    return ended >= LEAST && ended >= SHARE * openBefore;
  }

  /**
   * Whether next to nothing ended in another way meanwhile. Where clients come and go all the time,
   * some of them badly, many bad ends in two seconds are an ordinary two seconds.
   */
  static boolean isOfOneKind(int ended, int otherwise) {
    return ended >= 4 * otherwise;
  }

  /** {@code 12 of 40 connections}. */
  static String share(int ended, int openBefore) {
    return ended + " of " + Math.max(ended, openBefore) + " connections";
  }
}
