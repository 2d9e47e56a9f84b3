// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import static io.wsclose.cause.Cause.NETWORK_CUT;
import static io.wsclose.cause.Cause.NETWORK_IDLE_FLOW_DROPPED;
import static io.wsclose.cause.Cause.NETWORK_RETRANSMIT_TIMEOUT;
import static io.wsclose.cause.Cause.PEER_EOF_WITHOUT_CLOSE;
import static io.wsclose.cause.Cause.PEER_GOING_AWAY;
import static io.wsclose.cause.Cause.PEER_RESET;
import static io.wsclose.cause.Cause.PROXY_IDLE_TIMEOUT;
import static io.wsclose.cause.Cause.PROXY_MAX_AGE;
import static io.wsclose.cause.Cause.PROXY_RELOAD_OR_DRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.record.SimulatedConnection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * How often claims about the path are right: fleets with fixed seeds, of which the truth is known,
 * are put through the rules. What is claimed as likely must be right; true limits and reloads must
 * be found.
 */
class FleetSimulationTest {
  private static final double PRECISION = 0.98;
  private static final double RECALL = 0.95;
  private static final int SEEDS = 2;

  private static final Set<Cause> CLIENT = Set.of(PEER_EOF_WITHOUT_CLOSE, PEER_RESET);
  private static final Set<Cause> IDLE = Set.of(PROXY_IDLE_TIMEOUT);
  private static final Set<Cause> AGE = Set.of(PROXY_MAX_AGE);
  private static final Set<Cause> RELOAD = Set.of(PROXY_RELOAD_OR_DRAIN);
  private static final String HOP = "10.0.0.7";

  /** Right and wrong ends of one claim, or found and missed ones of one truth. */
  private static final class Score {
    private int right;
    private int wrong;

    private void count(boolean isRight) {
      right += isRight ? 1 : 0;
      wrong += isRight ? 0 : 1;
    }

    private double share() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }
  }

  private final Map<String, Score> claims = new TreeMap<>();
  private final Map<String, Score> found = new TreeMap<>();
  private final Map<String, Score> likely = new TreeMap<>();
  private final Map<String, Score> falseClaims = new TreeMap<>();
  private int ends;

  @Test
  void likelyClaimsAreRightAndTrueLimitsAndReloadsAreFound() {
    long start = System.nanoTime();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int size : new int[] {3, 12, 60, 250}) {
        clientsThatDie(seed, size);
        limits(seed, size);
      }
      crowds(seed);
    }
    run("10,000 users who die", 1, fleet -> dying(fleet, 10_000, 30, Way.PROXIED, 0.25));
    run("10,000 users reloaded", 2, fleet -> reload(fleet, 10_000, 0.026, "reload of 10,000"));
    report((System.nanoTime() - start) / 1e9);
    claims.forEach(
        (claim, score) -> assertThat(score.share()).as(claim).isGreaterThanOrEqualTo(PRECISION));
    found.forEach(
        (truth, score) -> assertThat(score.share()).as(truth).isGreaterThanOrEqualTo(RECALL));
    falseClaims.forEach(
        (fleet, score) -> assertThat(score.share()).as(fleet).isGreaterThanOrEqualTo(0.995));
  }

  private void clientsThatDie(int seed, int size) {
    for (double heartbeat : new double[] {2, 10, 30, 120}) {
      run("users die, direct", seed, fleet -> dying(fleet, size, heartbeat, Way.DIRECT, 0.8));
      run("users die, one NAT", seed, fleet -> dying(fleet, size, heartbeat, Way.NAT, 0.8));
      run("users die, proxy", seed, fleet -> dying(fleet, size, heartbeat, Way.PROXIED, 0.8));
      run("users die, nginx?", seed, fleet -> dying(fleet, size, heartbeat, Way.NGINX, 0.8));
    }
    run("users die, alb of 1 h", seed, fleet -> dying(fleet, size, 120, Way.ALB, 0.8));
    run("uptime check", seed, fleet -> probes(fleet, Math.min(size, 60), 1));
    run("uptime check, 8 regions", seed, fleet -> probes(fleet, Math.min(size, 60), 8));
    run("client's own timeout", seed, fleet -> clientTimeout(fleet, Math.min(size, 60)));
    run("conntrack", seed, fleet -> forgotten(fleet, Math.min(size, 60)));
  }

  private void limits(int seed, int size) {
    int ends = Math.max(6, Math.min(size, 120));
    for (double limit : new double[] {3, 6, 20, 60, 75, 300}) {
      run("limit", seed, fleet -> idleLimit(fleet, ends, limit, Way.PROXIED, "limit behind proxy"));
      run("limit", seed, fleet -> idleLimit(fleet, ends, limit, Way.NGINX, "limit behind nginx?"));
      run(
          "limit, no header",
          seed,
          fleet -> idleLimit(fleet, ends, limit, Way.DIRECT, "limit without header"));
    }
    for (double limit : new double[] {12, 30, 60, 900}) {
      run("age", seed, fleet -> ageLimit(fleet, ends, limit, "age limit behind proxy"));
    }
    run("in step", seed, fleet -> inStep(fleet, Math.max(5, size / 8)));
  }

  private void crowds(int seed) {
    for (int size : new int[] {5, 8, 40, 300}) {
      run("reload", seed, fleet -> reload(fleet, size, 0.026, "reload"));
      run("drain", seed, fleet -> drain(fleet, size));
      run("load test", seed, fleet -> loadTest(fleet, size, fleet.random.nextInt(20)));
      run("users leave", seed, fleet -> leaving(fleet, size));
      run("caddy", seed, fleet -> caddy(fleet, size));
      run("tabs", seed, fleet -> tabs(fleet, size));
      run("pods of clients", seed, fleet -> pods(fleet, size, Way.DIRECT, 1.5));
      run("pods of clients, proxy", seed, fleet -> pods(fleet, size, Way.PROXIED, 4));
      run("rollout of clients", seed, fleet -> rollout(fleet, size));
      run("cut", seed, fleet -> cut(fleet, size));
    }
  }

  private void run(String name, int seed, Consumer<Fleet> scenario) {
    Fleet fleet = new Fleet(1_000L * seed + name.hashCode());
    scenario.accept(fleet);
    for (Fleet.Verdict verdict : fleet.verdicts()) {
      ends++;
      Cause cause = verdict.finding().cause();
      if (verdict.isLikely()) {
        score(claims, cause.id()).count(verdict.isRight());
      }
      if (verdict.truth() == CLIENT) {
        boolean blamesPath = cause.id().startsWith("proxy.") || cause == NETWORK_CUT;
        score(falseClaims, name).count(!(verdict.isLikely() && blamesPath));
      }
      if (!verdict.expected().isEmpty() && verdict.earlier() >= 3) {
        score(found, verdict.expected()).count(verdict.isRight());
        score(likely, verdict.expected()).count(verdict.isRight() && verdict.isLikely());
      }
    }
  }

  private static Score score(Map<String, Score> scores, String key) {
    return scores.computeIfAbsent(key, missing -> new Score());
  }

  private void report(double seconds) {
    System.out.printf("%,d simulated ends in %.1f s%n", ends, seconds);
    claims.forEach(
        (claim, score) ->
            System.out.printf(
                "  %-28s likely: %6d right, %4d wrong, precision %.4f%n",
                claim, score.right, score.wrong, score.share()));
    found.forEach(
        (truth, score) ->
            System.out.printf(
                "  %-28s %6d ends from the fourth on, found %.4f, as likely %.4f%n",
                truth, score.right + score.wrong, score.share(), likely.get(truth).share()));
    falseClaims.forEach(
        (fleet, score) ->
            System.out.printf(
                "  %-28s %6d ends by clients, path blamed as likely: %d%n",
                fleet, score.right + score.wrong, score.wrong));
  }

  /** How a connection reaches this JVM. */
  private enum Way {
    DIRECT,
    NAT,
    PROXIED,
    NGINX,
    ALB,
    CADDY
  }

  private static SimulatedConnection user(double opened, Way way, int client) {
    String address = "203.0." + client / 250 + "." + (client % 250 + 1);
    SimulatedConnection connection =
        SimulatedConnection.openedAt(opened)
            .from(way == Way.DIRECT ? address : HOP)
            .path("/chat/" + client);
    if (way != Way.DIRECT && way != Way.NAT) {
      connection.header("X-Forwarded-For", address);
    }
    if (way == Way.NGINX) {
      connection.header("X-Real-IP", address);
    }
    if (way == Way.ALB) {
      connection.header("X-Amzn-Trace-Id", "Root=1");
    }
    if (way == Way.CADDY) {
      connection.header("X-Forwarded-Host", "h").header("X-Forwarded-Proto", "https");
    }
    return connection;
  }

  private static SimulatedConnection ended(Fleet fleet, SimulatedConnection user, double at) {
    return fleet.random.nextInt(3) == 0 ? user.reset(at) : user.eof(at);
  }

  /** Speaks now and then, for the last time this long before the end. */
  private static SimulatedConnection talking(
      Fleet fleet, SimulatedConnection user, double end, double silence, double interval) {
    for (int i = 4; i >= 0; i--) {
      double at = end - silence - i * interval;
      if (at > user.openedSeconds()) {
        if (fleet.random.nextBoolean()) {
          user.received(at);
        } else {
          user.sent(at);
        }
      }
    }
    return user;
  }

  /** Killed at random within a quarter of an hour; a client or this JVM pings. */
  private static void dying(Fleet fleet, int users, double heartbeat, Way way, double share) {
    for (int i = 0; i < users; i++) {
      double end = fleet.uniform(700, 1_600);
      SimulatedConnection user = user(fleet.uniform(0, 600), way, i);
      if (fleet.random.nextDouble() > share) {
        fleet.stays(user);
        continue;
      }
      double silence = fleet.uniform(0, heartbeat);
      fleet.add(ended(fleet, talking(fleet, user, end, silence, heartbeat), end), CLIENT);
    }
  }

  /** Says hello, waits for six seconds and drops the socket; real users are silent for longer. */
  private static void probes(Fleet fleet, int users, int regions) {
    for (int i = 0; i < 60; i++) {
      double opened = 100 + i * 10 + fleet.uniform(0, 0.5);
      SimulatedConnection probe =
          user(opened, Way.PROXIED, 900 + i % regions).path("/chat").received(opened + 0.01);
      fleet.add(probe.eof(opened + 0.01 + 6 + fleet.uniform(0, 0.02)), CLIENT);
    }
    for (int i = 0; i < users; i++) {
      double end = fleet.uniform(50, 100);
      SimulatedConnection user = user(0, Way.PROXIED, i);
      fleet.add(
          user.received(end - fleet.uniform(0, 40)).closed(end, 1001), Set.of(PEER_GOING_AWAY));
    }
  }

  private static void clientTimeout(Fleet fleet, int users) {
    for (int i = 0; i < users; i++) {
      double end = fleet.uniform(100, 800);
      SimulatedConnection user = user(end - 400, Way.DIRECT, i).received(end - 15 - jitter(fleet));
      fleet.add(user.eof(end), CLIENT);
    }
  }

  /** The flow was forgotten: our next write draws a reset. */
  private static void forgotten(Fleet fleet, int users) {
    for (int i = 0; i < users; i++) {
      double end = fleet.uniform(700, 1_500);
      double silence = fleet.uniform(15, 600);
      SimulatedConnection user = user(50, i % 2 == 0 ? Way.DIRECT : Way.PROXIED, i);
      fleet.add(
          user.received(end - silence).sent(end - 0.003).reset(end),
          Set.of(NETWORK_IDLE_FLOW_DROPPED));
    }
  }

  /** A timer's error; now and then this JVM was busy and saw the last frame late. */
  private static double jitter(Fleet fleet) {
    double early = fleet.random.nextInt(50) == 0 ? fleet.uniform(0, 0.9) : 0;
    return fleet.random.nextGaussian() * 0.02 + 0.01 - early;
  }

  /** Users fall silent at random, some of them die before; each comes back. */
  private static void idleLimit(Fleet fleet, int ends, double limit, Way way, String expected) {
    double span = 60 + Math.min(700, 12.0 * ends);
    for (int i = 0; i < ends; i++) {
      double end = 400 + span * i / ends + fleet.uniform(0, span / ends);
      // without headers, the proxy's address is all that is seen
      SimulatedConnection user =
          user(end - limit - fleet.uniform(20, 200), way == Way.DIRECT ? Way.NAT : way, i % 25);
      double silence = limit + jitter(fleet);
      user = talking(fleet, user, end, silence, Math.min(limit / 2, 10));
      fleet.add(ended(fleet, user, end), IDLE, expected);
      if (i % 5 == 0) {
        double dies = end + fleet.uniform(1, 9);
        SimulatedConnection dying =
            user(dies - fleet.uniform(30, 250), way == Way.DIRECT ? Way.NAT : way, 50 + i);
        fleet.add(
            ended(fleet, talking(fleet, dying, dies, fleet.uniform(0, limit), limit / 3), dies),
            CLIENT);
      }
    }
  }

  private static void ageLimit(Fleet fleet, int ends, double limit, String expected) {
    for (int i = 0; i < ends; i++) {
      double opened = 100 + i * 700.0 / ends + fleet.uniform(0, 3);
      SimulatedConnection user = user(opened, Way.PROXIED, i % 25);
      double end = opened + limit + fleet.random.nextGaussian() * 0.01;
      user = talking(fleet, user, end, fleet.uniform(0, 1.5), 1);
      fleet.add(ended(fleet, user, end), AGE, expected);
    }
  }

  /**
   * All silent since the same broadcast, so all meet the limit in the same instant; three times.
   */
  private static void inStep(Fleet fleet, int users) {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < users; i++) {
        double end = 400 + 30 * round + fleet.uniform(0, 0.02);
        SimulatedConnection user = user(end - 17 - i % 7, Way.PROXIED, i).received(end - 14);
        fleet.add(user.sent(end - 12 - fleet.uniform(0, 0.01)).eof(end), IDLE);
      }
    }
  }

  private static void reload(Fleet fleet, int users, double spread, String expected) {
    for (int i = 0; i < users; i++) {
      double end = 500 + fleet.uniform(0, spread);
      SimulatedConnection user = user(fleet.uniform(0, 450), Way.PROXIED, i);
      user = talking(fleet, user, end, fleet.uniform(0, 30), 30);
      fleet.add(ended(fleet, user, end), RELOAD, expected);
      fleet.stays(user(500 + fleet.uniform(0.1, 1.9), Way.PROXIED, i));
    }
  }

  /** The old process gives up what is left ten seconds after the new one took over. */
  private static void drain(Fleet fleet, int users) {
    for (int i = 0; i < users; i++) {
      double end = 510 + fleet.uniform(0, 0.02);
      SimulatedConnection user = user(fleet.uniform(0, 499), Way.PROXIED, i);
      user = talking(fleet, user, end, fleet.uniform(0, 25), 25);
      fleet.add(ended(fleet, user, end), RELOAD, "drain");
      fleet.stays(user(fleet.uniform(500, 510), Way.PROXIED, users + i));
    }
  }

  private static void loadTest(Fleet fleet, int connections, int others) {
    double length = fleet.uniform(0.01, 0.25);
    for (int i = 0; i < connections; i++) {
      double end = 500 + fleet.uniform(0, length);
      SimulatedConnection one = user(fleet.uniform(400, 450), Way.PROXIED, 7);
      fleet.add(ended(fleet, talking(fleet, one, end, fleet.uniform(0, 1), 1), end), CLIENT);
    }
    for (int i = 0; i < others; i++) {
      fleet.stays(user(fleet.uniform(0, 400), Way.PROXIED, 100 + i));
    }
  }

  private static void leaving(Fleet fleet, int users) {
    double pace = fleet.uniform(0.2, 1.5);
    for (int i = 0; i < users; i++) {
      double end = 500 + i * pace + fleet.uniform(0, pace);
      SimulatedConnection user = user(fleet.uniform(0, 450), Way.NGINX, i);
      fleet.add(ended(fleet, talking(fleet, user, end, fleet.uniform(0, 10), 10), end), CLIENT);
    }
  }

  private static void caddy(Fleet fleet, int users) {
    for (int i = 0; i < users; i++) {
      double end = 500 + fleet.uniform(0, 0.02);
      SimulatedConnection user = user(fleet.uniform(0, 450), Way.CADDY, i);
      user = talking(fleet, user, end, fleet.uniform(1.1, 30), 30);
      fleet.add(user.closed(end, 1001), RELOAD, "reload of Caddy");
      fleet.stays(user(501 + fleet.uniform(0, 1), Way.CADDY, i));
    }
  }

  /** Users who leave, one with eight tabs, and all whose page the service told to load anew. */
  private static void tabs(Fleet fleet, int users) {
    for (int i = 0; i < users; i++) {
      double end = fleet.uniform(500, 500 + users);
      fleet.add(
          user(fleet.uniform(0, 450), Way.CADDY, i).received(end - 3).closed(end, 1001),
          Set.of(PEER_GOING_AWAY));
      double told = 900 + fleet.uniform(0.02, 0.4);
      fleet.add(
          user(fleet.uniform(0, 450), Way.CADDY, i).sent(900).closed(told, 1001),
          Set.of(PEER_GOING_AWAY));
    }
    for (int i = 0; i < 8; i++) {
      fleet.add(
          user(i, Way.CADDY, 7).received(450).closed(700 + i * 0.002, 1001),
          Set.of(PEER_GOING_AWAY));
    }
  }

  /** New pods are connected when the old ones are killed. */
  private static void rollout(Fleet fleet, int users) {
    for (int i = 0; i < users; i++) {
      double end = 500 + fleet.uniform(0, 0.2);
      SimulatedConnection old = user(fleet.uniform(0, 400), Way.PROXIED, i);
      fleet.add(talking(fleet, old, end, fleet.uniform(0, 5), 5).reset(end), CLIENT);
      fleet.stays(user(fleet.uniform(470, 499), Way.PROXIED, users + i));
    }
  }

  private static void pods(Fleet fleet, int users, Way way, double spread) {
    for (int i = 0; i < users; i++) {
      double end = 500 + fleet.uniform(0, spread);
      SimulatedConnection user = user(fleet.uniform(0, 450), way, i);
      fleet.add(talking(fleet, user, end, fleet.uniform(0, 5), 5).reset(end), CLIENT);
    }
  }

  private static void cut(Fleet fleet, int users) {
    for (int i = 0; i < users; i++) {
      double end = 500 + fleet.uniform(0, 0.5);
      SimulatedConnection user = user(fleet.uniform(0, 450), Way.DIRECT, i);
      fleet.add(user.sent(end - 20).timedOut(end), Set.of(NETWORK_CUT, NETWORK_RETRANSMIT_TIMEOUT));
      fleet.stays(user(fleet.uniform(0, 450), Way.DIRECT, users + i));
    }
  }
}
