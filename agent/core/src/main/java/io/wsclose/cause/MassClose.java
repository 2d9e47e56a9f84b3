// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

/**
 * Ends that came together, as one of them sees it: immutable.
 *
 * <p>A proxy that reloads or stops ends all that it carries within milliseconds: eight ends of
 * nginx, HAProxy, Apache, Varnish, Envoy and Caddy came within 1 to 26 ms. Users who leave at the
 * same time spread over seconds, and others stay.
 */
public final class MassClose {
  public static final MassClose NONE = new Builder().ended(1, 0, 1, 1).build();

  private static final int LEAST = 5;
  private static final double SHARE = 0.2;
  private static final long AT_ONCE_NANOS = 300_000_000L;
  private static final double NEARLY_ALL = 0.8;
  private static final int SEVERAL = 3;

  private final Builder values;

  private MassClose(Builder values) {
    this.values = values;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** How many ended, this one included. */
  public int ended() {
    return values.ended;
  }

  /** How many had been open before, those that ended included. */
  public int open() {
    return values.ended + values.remained;
  }

  /** From the first of these ends to the last. */
  public long spreadNanos() {
    return values.spreadNanos;
  }

  /** Distinct client addresses among them; a lower bound where there are very many. */
  public int clients() {
    return values.clients;
  }

  /** How many connections were opened since the first of these ends, and are still open. */
  public int openedSince() {
    return values.openedSince;
  }

  /** Whether connections of other clients stayed open. */
  public boolean otherClientsRemain() {
    return values.otherClientsRemain;
  }

  /** Whether nearly all of them had been silent for the same time, long enough for a timer. */
  public boolean isSameIdle() {
    return values.sameIdle;
  }

  /** Whether nearly all of them were of the same age. */
  public boolean isSameAge() {
    return values.sameAge;
  }

  /**
   * Whether this is more than chance: at least five and a fifth of those open, hardly an end of
   * another kind meanwhile, and many more than in the half minute before.
   */
  public boolean isSignificant() {
    return values.ended >= LEAST
        && values.ended >= SHARE * open()
        && values.ended >= 4 * values.otherwise
        && values.ended >= 3 + 3 * values.expected;
  }

  /** Whether nearly all that were open ended in one instant. */
  public boolean isAllAtOnce() {
    return values.spreadNanos <= AT_ONCE_NANOS && values.ended >= NEARLY_ALL * open();
  }

  /** Whether they belonged to several clients, none of which had more than half of them. */
  public boolean isOfSeveralClients() {
    return values.clients >= SEVERAL && 2 * values.largestClient <= values.ended;
  }

  public boolean isOfOneClient() {
    return values.clients == 1;
  }

  /** {@code 12 of 40 connections}. */
  public String share() {
    return values.ended + " of " + open() + " connections";
  }

  /** {@code 26 ms}; never zero. */
  public String spread() {
    return Units.duration(Math.max(1_000_000L, values.spreadNanos));
  }

  /** Collects the values; all are zero or false at first. */
  public static final class Builder {
    private int ended;
    private long spreadNanos;
    private int clients;
    private int largestClient;
    private int remained;
    private int openedSince;
    private boolean otherClientsRemain;
    private int otherwise;
    private double expected;
    private boolean sameIdle;
    private boolean sameAge;

    private Builder() {}

    /**
     * @param count how many ended, this one included
     * @param clientCount distinct clients among them
     * @param largest how many of them the client with the most had
     */
    public Builder ended(int count, long spread, int clientCount, int largest) {
      ended = count;
      spreadNanos = spread;
      clients = clientCount;
      largestClient = largest;
      return this;
    }

    /**
     * @param older how many stayed of those that had been open before the first of these ends
     * @param since how many were opened since and are open
     */
    public Builder remained(int older, int since, boolean ofOtherClients) {
      remained = older;
      openedSince = since;
      otherClientsRemain = ofOtherClients;
      return this;
    }

    /**
     * @param others ends of another kind in the same time
     * @param usual how many ends of this kind such a time had in the half minute before
     */
    public Builder background(int others, double usual) {
      otherwise = others;
      expected = usual;
      return this;
    }

    public Builder same(boolean idle, boolean age) {
      sameIdle = idle;
      sameAge = age;
      return this;
    }

    public MassClose build() {
      Builder copy = new Builder();
      copy.ended(ended, spreadNanos, clients, largestClient);
      copy.remained(remained, openedSince, otherClientsRemain);
      copy.background(otherwise, expected);
      copy.same(sameIdle, sameAge);
      return new MassClose(copy);
    }
  }
}
