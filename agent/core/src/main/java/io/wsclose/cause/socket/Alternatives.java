// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Cause;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.MassClose;
import io.wsclose.cause.RoundTime;
import io.wsclose.cause.SendStall;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What else could be behind an end that the peer's side of the socket shows. */
public final class Alternatives {
  static final String CLIENT_MACHINE_HINT =
      "Look at what happened on that client machine at this time: a program was stopped, or a load"
          + " test ended.";

  /** As long as a device needs to fall asleep. */
  private static final long SLEEP_NANOS = 20_000_000_000L;

  /** Data was flowing a moment before. */
  private static final long FLOWING_NANOS = 1_000_000_000L;

  /** Below it, ages are round by chance. */
  private static final double SHORTEST_AGE_SECONDS = 5;

  private static final Pattern MOBILE =
      Pattern.compile("Mobile|Android|iPhone|iPad|CFNetwork|Darwin|okhttp");

  private Alternatives() {}

  /** {@code client's side}, or {@code client, or an intermediary before it,}: the socket's peer. */
  static String peer(Evidence evidence) {
    return FactText.peer(evidence)
        + (evidence.handshake().isThroughIntermediary()
            ? ", or an intermediary before it,"
            : "'s side");
  }

  /** Why the peer counts as initiator though the summary names two; empty if it names one. */
  static String unseenSide(Evidence evidence) {
    return evidence.handshake().isThroughIntermediary()
        ? "this socket leads to an intermediary: whether that or the "
            + FactText.peer(evidence)
            + " behind it ended the connection cannot be seen from here"
        : "";
  }

  /** Runners-up that the evidence does not exclude, best first. */
  public static Cause[] of(Evidence evidence, Surroundings around) {
    List<Cause> causes = new ArrayList<>();
    boolean proxied = evidence.handshake().isThroughIntermediary();
    if (Silence.mayBeLimit(evidence)) {
      causes.add(Cause.PROXY_IDLE_TIMEOUT);
    }
    double age = Units.seconds(evidence.ageNanos());
    if (proxied
        && age >= SHORTEST_AGE_SECONDS
        && 2 * evidence.silenceNanos() < evidence.ageNanos()
        && RoundTime.near(age).isPresent()) {
      causes.add(Cause.PROXY_MAX_AGE);
    }
    if (proxied && mayBeReload(around)) {
      causes.add(Cause.PROXY_RELOAD_OR_DRAIN);
    }
    if (isSleepy(evidence)) {
      causes.add(Cause.PEER_SUSPENDED);
    }
    if (around.cameBack().isPresent()) {
      causes.add(Cause.PEER_NETWORK_CHANGE);
    }
    return causes.toArray(new Cause[0]);
  }

  /**
   * What is left where the evidence suggests nothing else: a limit or an end of something on the
   * path that leaves no header, such as a TCP load balancer or a tunnel. An intermediary ends its
   * own side in its own way, whichever way the other side ended.
   */
  static Cause[] unseen(Evidence evidence, Surroundings around, Cause otherWay) {
    List<Cause> causes = new ArrayList<>();
    if (evidence.handshake().isThroughIntermediary()) {
      causes.add(otherWay);
    }
    if (evidence.silenceNanos() >= FLOWING_NANOS) {
      causes.add(Cause.PROXY_IDLE_TIMEOUT);
    }
    if (mayBeReload(around)) {
      causes.add(Cause.PROXY_RELOAD_OR_DRAIN);
    }
    return causes.toArray(new Cause[0]);
  }

  /** A proxy that reloads ends others too, unless this was the only one that it carried. */
  private static boolean mayBeReload(Surroundings around) {
    return !around.jvmStopping()
        && (around.closedTogetherOfPeer() > 0 || around.openOfHop() == 0)
        && !isOneClientMachine(around);
  }

  /** Whether all that one client machine had ended together, while those of others stayed. */
  static boolean isOneClientMachine(Surroundings around) {
    MassClose crowd = around.ofHop();
    return crowd.isSignificant() && crowd.isOfOneClient() && crowd.otherClientsRemain();
  }

  /**
   * {@code 40 of 52 connections through the same hop ended within 30 ms, all of one client address,
   * while those of other clients stayed open}; empty if that is not so.
   */
  static String clientMachine(Surroundings around) {
    return isOneClientMachine(around)
        ? around.ofHop().share()
            + " from this peer address ended within "
            + around.ofHop().spread()
            + ", all of one client address, while those of other clients stayed open"
        : "";
  }

  /**
   * Whether the peer's last frame, or its request, came a moment before and no intermediary is
   * known to be there: a timer is excluded then, and the peer's program itself is the nearest.
   */
  static boolean isFlowingDirectly(Evidence evidence) {
    return evidence.handshake().role() == Role.SERVER
        && !evidence.handshake().isThroughIntermediary()
        && evidence.idleReceivedNanos() < FLOWING_NANOS;
  }

  /** What speaks for other causes than the one found, for an end that came without a sign. */
  static Finding addedTo(
      Finding found, Evidence evidence, Surroundings around, Cause[] others, Cause similar) {
    return found
        .because(
            FactText.noInboundFrame(evidence),
            FactText.noOutboundFrame(evidence),
            Silence.line(evidence),
            Silence.broken(evidence),
            clientMachine(around),
            FactText.noIntermediary(evidence),
            unseenSide(evidence))
        .or(others)
        .or(slowConsumer(evidence))
        .or(others.length == 0 ? unseen(evidence, around, similar) : new Cause[0]);
  }

  /** Whether the peer had stopped reading; that speaks for its own end as well as against it. */
  static Cause[] slowConsumer(Evidence evidence) {
    return SendStall.isIn(evidence) ? new Cause[] {Cause.LOCAL_SLOW_CONSUMER} : new Cause[0];
  }

  /** A phone that was silent: the pattern of a sleeping device, which no socket can prove. */
  public static boolean isSleepy(Evidence evidence) {
    return evidence.idleReceivedNanos() >= SLEEP_NANOS
        && MOBILE.matcher(evidence.handshake().userAgent()).find();
  }

  /** What to do if it was a device that slept or changed its network; empty if nothing says so. */
  static String sleepHint(Evidence evidence, Surroundings around) {
    if (around.cameBack().isPresent()) {
      return " If the client only changed its network, nothing is broken: let it connect again by"
          + " itself and resume where it was.";
    }
    return isSleepy(evidence)
        ? " If it is a phone that fell asleep, nothing is broken: let it connect again when it"
            + " wakes up."
        : "";
  }
}
