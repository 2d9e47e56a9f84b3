package io.wsclose.cause.socket;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Wording;
import io.wsclose.record.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What else could stand behind an end that the peer's side of the socket shows. */
public final class Bystanders {
  /** Long enough for a limit on the path, or a device that went to sleep. */
  private static final long SILENCE_NANOS = 20_000_000_000L;

  /** The same where an intermediary is known to be there: some set their limit that short. */
  private static final long SILENCE_BEHIND_PROXY_NANOS = 5_000_000_000L;

  private static final Pattern MOBILE =
      Pattern.compile("Mobile|Android|iPhone|iPad|CFNetwork|Darwin|okhttp");

  private Bystanders() {}

  /**
   * {@code client's side}, or {@code client, or an intermediary before it,}: who the socket's peer
   * is.
   */
  static String peer(Evidence evidence) {
    return Wording.peer(evidence)
        + (evidence.handshake().isThroughIntermediary()
            ? ", or an intermediary before it,"
            : "'s side");
  }

  /** Runners-up, best first. */
  public static Cause[] of(Evidence evidence) {
    List<Cause> causes = new ArrayList<>();
    boolean proxied = evidence.handshake().isThroughIntermediary();
    long silence = evidence.silenceNanos();
    if (silence >= (proxied ? SILENCE_BEHIND_PROXY_NANOS : SILENCE_NANOS)) {
      causes.add(Cause.PROXY_IDLE_TIMEOUT);
    }
    if (proxied) {
      causes.add(Cause.PROXY_RELOAD_OR_DRAIN);
    }
    if (isSleepy(evidence)) {
      causes.add(Cause.PEER_SUSPENDED);
    }
    return causes.toArray(new Cause[0]);
  }

  /** A phone that was silent: the pattern of a sleeping device, which no socket can prove. */
  public static boolean isSleepy(Evidence evidence) {
    return evidence.idleReceivedNanos() >= SILENCE_NANOS
        && MOBILE.matcher(evidence.handshake().userAgent()).find();
  }
}
