package io.wsclose.cause;

/**
 * What evidence of one connection cannot tell: what others of this JVM did, and whether the JVM was
 * stopping; immutable.
 *
 * <p>A peer is an address without its port: where all clients come through one proxy, that proxy.
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

  /** Those of {@link #closedTogether} that a reset or a timeout ended, no FIN among them. */
  public int failedTogether() {
    return values.failedTogether;
  }

  /** Distinct peer addresses among those that failed together, this one included. */
  public int peersFailedTogether() {
    return values.peersFailedTogether;
  }

  /** Ends in the same window that were orderly, or this JVM's or a frame's doing. */
  public int otherwiseTogether() {
    return values.otherwiseTogether;
  }

  /** Those of {@link #otherwiseTogether} that had the same peer address. */
  public int otherwiseTogetherOfPeer() {
    return values.otherwiseTogetherOfPeer;
  }

  /** Connections that were open when the window began, all peers. */
  public int openBefore() {
    return values.openBefore;
  }

  /** Connections that were open when the window began and had the same peer address. */
  public int openBeforeOfPeer() {
    return values.openBeforeOfPeer;
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
    private Pauses pauses = Pauses.none();
    private boolean jvmStopping;
    private int closedTogether;
    private int closedTogetherOfPeer;
    private int failedTogether;
    private int peersFailedTogether;
    private int otherwiseTogether;
    private int otherwiseTogetherOfPeer;
    private int openBefore;
    private int openBeforeOfPeer;
    private int sameIdle;
    private int sameAge;

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

    public Builder failedTogether(int all, int peers) {
      failedTogether = all;
      peersFailedTogether = peers;
      return this;
    }

    public Builder otherwiseTogether(int all, int ofPeer) {
      otherwiseTogether = all;
      otherwiseTogetherOfPeer = ofPeer;
      return this;
    }

    public Builder openBefore(int all, int ofPeer) {
      openBefore = all;
      openBeforeOfPeer = ofPeer;
      return this;
    }

    public Builder alike(int idle, int age) {
      sameIdle = idle;
      sameAge = age;
      return this;
    }

    public Surroundings build() {
      Builder copy = new Builder();
      copy.pauses = pauses;
      copy.jvmStopping = jvmStopping;
      copy.closedTogether(closedTogether, closedTogetherOfPeer);
      copy.failedTogether(failedTogether, peersFailedTogether);
      copy.otherwiseTogether(otherwiseTogether, otherwiseTogetherOfPeer);
      copy.openBefore(openBefore, openBeforeOfPeer);
      copy.alike(sameIdle, sameAge);
      return new Surroundings(copy);
    }
  }
}
