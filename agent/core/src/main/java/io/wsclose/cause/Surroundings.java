// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import java.util.Optional;

/**
 * What evidence of one connection cannot tell: what others of this JVM did, and whether the JVM was
 * stopping; immutable.
 *
 * <p>A hop is an address without its port: where all clients come through one proxy, that proxy.
 */
public final class Surroundings {
  private static final Surroundings NONE = builder().build();

  private final Builder values;

  private Surroundings(Builder values) {
    this.values = values;
  }

  public static Surroundings none() {
    return NONE;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** When this JVM did not run. */
  public Pauses pauses() {
    return values.pauses;
  }

  /** Whether the JVM was shutting down when the connection ended. */
  public boolean jvmStopping() {
    return values.jvmStopping;
  }

  /** Other connections that ended abnormally in the same window of 2 s. */
  public int closedTogether() {
    return values.closedTogether;
  }

  /** Those of {@link #closedTogether} that had the same peer address. */
  public int closedTogetherOfPeer() {
    return values.closedTogetherOfPeer;
  }

  /** How many connections were open when this one ended, all peers, this one included. */
  public int openBefore() {
    return values.openBefore;
  }

  /** How many other connections of the same peer address were open after this one ended. */
  public int openOfHop() {
    return values.openOfHop;
  }

  /** Ends of the same peer address that came together with this one. */
  public MassClose ofHop() {
    return values.ofHop;
  }

  /** Resets and timeouts of all peers that came together with this one. */
  public MassClose failures() {
    return values.failures;
  }

  /** How many of {@link #failures} were timeouts or unreachable, and no reset. */
  public int deadPaths() {
    return values.deadPaths;
  }

  /** Recent other ends after the same silence. */
  public SameTime sameIdle() {
    return values.sameIdle;
  }

  /** Recent other ends at the same age. */
  public SameTime sameAge() {
    return values.sameAge;
  }

  /** A silence that others on the same way survived at least; their ends came after it. */
  public long longestSilenceNanos() {
    return values.longestSilence;
  }

  /** An age that others on the same way reached at least. */
  public long longestLifeNanos() {
    return values.longestLife;
  }

  /** How what looks like the same client came back from another address, in words. */
  public Optional<String> cameBack() {
    return Optional.ofNullable(values.cameBack);
  }

  /** Collects the values; all are zero or false at first. */
  public static final class Builder {
    private Pauses pauses = Pauses.none();
    private boolean jvmStopping;
    private int closedTogether;
    private int closedTogetherOfPeer;
    private int openBefore;
    private int openOfHop;
    private MassClose ofHop = MassClose.NONE;
    private MassClose failures = MassClose.NONE;
    private int deadPaths;
    private SameTime sameIdle = SameTime.NONE;
    private SameTime sameAge = SameTime.NONE;
    private long longestSilence;
    private long longestLife;
    private String cameBack;

    private Builder() {}

    public Builder pauses(Pauses known) {
      pauses = known;
      return this;
    }

    public Builder jvmStopping(boolean stopping) {
      jvmStopping = stopping;
      return this;
    }

    public Builder closedTogether(int all, int ofPeer) {
      closedTogether = all;
      closedTogetherOfPeer = ofPeer;
      return this;
    }

    public Builder openBefore(int all) {
      openBefore = all;
      return this;
    }

    public Builder openOfHop(int others) {
      openOfHop = others;
      return this;
    }

    public Builder ofHop(MassClose crowd) {
      ofHop = crowd;
      return this;
    }

    public Builder failures(MassClose crowd, int dead) {
      failures = crowd;
      deadPaths = dead;
      return this;
    }

    public Builder alike(SameTime idle, SameTime age) {
      sameIdle = idle;
      sameAge = age;
      return this;
    }

    public Builder survived(long silenceNanos, long ageNanos) {
      longestSilence = silenceNanos;
      longestLife = ageNanos;
      return this;
    }

    public Builder cameBack(String how) {
      cameBack = how;
      return this;
    }

    public Surroundings build() {
      Builder copy = new Builder();
      copy.pauses = pauses;
      copy.jvmStopping = jvmStopping;
      copy.closedTogether(closedTogether, closedTogetherOfPeer);
      copy.openBefore = openBefore;
      copy.openOfHop = openOfHop;
      copy.ofHop = ofHop;
      copy.failures(failures, deadPaths);
      copy.alike(sameIdle, sameAge);
      copy.survived(longestSilence, longestLife);
      copy.cameBack = cameBack;
      return new Surroundings(copy);
    }
  }
}
