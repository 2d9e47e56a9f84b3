// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

/**
 * Recent other ends after the same silence, or at the same age; immutable.
 *
 * <p>A timer makes a spike: all ends within 0.1 s and next to none beside them. What users do makes
 * a plateau, where some ends agree by chance.
 */
public final class SameTime {
  public static final SameTime NONE = new SameTime(0, 0, 1, 1);

  private static final int LEAST = 3;

  /** How much wider the ring around the spike is than the spike. */
  private static final int RING = 20;

  private static final int SEVERAL = 3;

  private final int others;
  private final int around;
  private final int clients;
  private final int occasions;

  /**
   * @param others ends within {@link #toleranceNanos} of this one's time
   * @param around ends beside them, up to {@link #ringNanos} away
   * @param clients distinct clients among them, this one's included
   * @param occasions at how many different times of day they were, this one's included
   */
  public SameTime(int others, int around, int clients, int occasions) {
    this.others = others;
    this.around = around;
    this.clients = clients;
    this.occasions = occasions;
  }

  /** How exactly a timer is met: 0.15 s, or half a percent. */
  public static long toleranceNanos(long time) {
    return Math.max(150_000_000L, time / 200);
  }

  /** How far the ring around a spike reaches. */
  public static long ringNanos(long time) {
    return RING * toleranceNanos(time);
  }

  public int others() {
    return others;
  }

  /** Ends beside the spike. */
  public int around() {
    return around;
  }

  /** Whether as many are beside the spike as a spread by chance makes there. */
  public boolean isChance() {
    return around >= 2 * others;
  }

  /**
   * Whether they show a timer. Of an even spread a nineteenth of the ring falls into the spike: a
   * quarter is far more. Ends of one instant agree in their times because they came together, so
   * one such instant beside this one counts only for a time that a person would set.
   */
  public boolean isTimer(boolean round) {
    return others >= LEAST && others >= LEAST + around / 4 && occasions >= (round ? 2 : 3);
  }

  /** Whether at least one other end, at another time of day, agrees, and next to none disagree. */
  public boolean isRepeated() {
    return others >= 1 && occasions >= 2 && around <= others;
  }

  public boolean isOfSeveralClients() {
    return clients >= SEVERAL;
  }

  public boolean isOfOneClient() {
    return clients == 1;
  }
}
