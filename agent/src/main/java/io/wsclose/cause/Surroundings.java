package io.wsclose.cause;

/** What other connections of this JVM say about one that ended; immutable. */
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

  /** Whether the JVM was shutting down when the connection ended. */
  public boolean jvmStopping() {
    return values.jvmStopping;
  }

  /** Other connections that ended abnormally in the same window of 2 s. */
  public int closedTogether() {
    return values.closedTogether;
  }

  /** Those of {@link #closedTogether} that had the same peer address. */
  public int closedTogetherOfHop() {
    return values.closedTogetherOfHop;
  }

  /** Distinct peer addresses among those that ended together, this one included. */
  public int hopsClosedTogether() {
    return values.hopsClosedTogether;
  }

  /** Those of {@link #closedTogether} that a reset or a timeout ended, no FIN among them. */
  public int failedTogether() {
    return values.failedTogether;
  }

  /** Distinct peer addresses among those that failed together, this one included. */
  public int hopsFailedTogether() {
    return values.hopsFailedTogether;
  }

  /** Ends in the same window that were orderly, or this JVM's or a frame's doing. */
  public int otherwiseTogether() {
    return values.otherwiseTogether;
  }

  /** Those of {@link #otherwiseTogether} that had the same peer address. */
  public int otherwiseTogetherOfHop() {
    return values.otherwiseTogetherOfHop;
  }

  /** Connections that were open when the window began, all peers. */
  public int openBefore() {
    return values.openBefore;
  }

  /** Connections that were open when the window began and had the same peer address. */
  public int openBeforeOfHop() {
    return values.openBeforeOfHop;
  }

  /** Recent other ends, not all in the same instant, after the same idle time. */
  public int sameIdle() {
    return values.sameIdle;
  }

  /** Recent other ends, not all in the same instant, at the same age. */
  public int sameAge() {
    return values.sameAge;
  }

  /** Collects the values; all are zero or false at first. */
  public static final class Builder {
    private boolean jvmStopping;
    private int closedTogether;
    private int closedTogetherOfHop;
    private int hopsClosedTogether;
    private int failedTogether;
    private int hopsFailedTogether;
    private int otherwiseTogether;
    private int otherwiseTogetherOfHop;
    private int openBefore;
    private int openBeforeOfHop;
    private int sameIdle;
    private int sameAge;

    private Builder() {}

    public Builder jvmStopping(boolean stopping) {
      jvmStopping = stopping;
      return this;
    }

    public Builder closedTogether(int all, int ofHop, int hops) {
      closedTogether = all;
      closedTogetherOfHop = ofHop;
      hopsClosedTogether = hops;
      return this;
    }

    public Builder failedTogether(int all, int hops) {
      failedTogether = all;
      hopsFailedTogether = hops;
      return this;
    }

    public Builder otherwiseTogether(int all, int ofHop) {
      otherwiseTogether = all;
      otherwiseTogetherOfHop = ofHop;
      return this;
    }

    public Builder openBefore(int all, int ofHop) {
      openBefore = all;
      openBeforeOfHop = ofHop;
      return this;
    }

    public Builder alike(int idle, int age) {
      sameIdle = idle;
      sameAge = age;
      return this;
    }

    public Surroundings build() {
      Builder copy = new Builder();
      copy.jvmStopping = jvmStopping;
      copy.closedTogether(closedTogether, closedTogetherOfHop, hopsClosedTogether);
      copy.failedTogether(failedTogether, hopsFailedTogether);
      copy.otherwiseTogether(otherwiseTogether, otherwiseTogetherOfHop);
      copy.openBefore(openBefore, openBeforeOfHop);
      copy.alike(sameIdle, sameAge);
      return new Surroundings(copy);
    }
  }
}
