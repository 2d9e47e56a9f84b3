// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static io.wsclose.it.path.Row.behind;
import static io.wsclose.it.path.Row.direct;

import io.wsclose.it.proxy.Nginx;
import io.wsclose.it.proxy.Software;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Clients ended their connections after equal silences or at equal ages, as a limit on the path
 * would. No proxy and no network is at fault: no event may send an operator there.
 */
final class ClientTimingRows {
  private static final Software LIVING_NGINX = Nginx.http("proxy_read_timeout 1h;");

  private ClientTimingRows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>(onEveryStack());
    rows.addAll(more());
    return rows;
  }

  static List<Row> onEveryStack() {
    return List.of(
        direct(
            "random-kills",
            "40 users with a heartbeat are killed at random moments",
            ClientTimingRows::killedAtRandom,
            ExpectedCause.clientGone()),
        direct(
            "uptime-check",
            "an uptime check says hello, waits 6 s and drops its socket",
            stage -> checks(stage, 6),
            ExpectedCause.clientGone()));
  }

  private static List<Row> more() {
    return List.of(
        behind(
            LIVING_NGINX,
            "random-kills-nginx",
            "40 users with a heartbeat are killed at random moments",
            ClientTimingRows::killedAtRandom,
            ExpectedCause.clientGone()),
        behind(
            LIVING_NGINX,
            "uptime-check-nginx",
            "an uptime check says hello, waits 6 s and drops its socket",
            stage -> checks(stage, 6),
            ExpectedCause.clientGone()),
        direct(
            "load-generator",
            "a load generator talks for 6 s on each connection and drops it",
            ClientTimingRows::sessions,
            ExpectedCause.clientGone()),
        behind(
            LIVING_NGINX,
            "load-generator-nginx",
            "a load generator talks for 6 s on each connection and drops it",
            ClientTimingRows::sessions,
            ExpectedCause.clientGone()),
        direct(
            "read-timeout",
            "the client program's own read timeout of 6 s, on one machine",
            stage -> checks(stage, 6),
            ExpectedCause.clientGone()),
        direct(
            "read-timeout-many",
            "the client program's own read timeout of 6 s, on many machines",
            ClientTimingRows::readTimeouts,
            ExpectedCause.clientGone()),
        direct(
            "read-timeout-reset",
            "the same with SO_LINGER 0: the kernel sends RST",
            stage -> {
              List<User> users = inTurnOnManyMachines(stage);
              stage.rest(6 - 5 * 0.7);
              stage.inTurn(users, 0.7, User::reset);
            },
            ExpectedCause.clientGone()),
        direct(
                "killed-at-60",
                "one user is killed 60.3 s after its last frame",
                stage -> {
                  User user = stage.user().say();
                  stage.rest(60.3);
                  user.exit();
                },
                ExpectedCause.clientGone())
            .slowly(),
        behind(
                LIVING_NGINX,
                "killed-at-60-nginx",
                "one user is killed 60.3 s after its last frame",
                stage -> {
                  User user = stage.user().say();
                  stage.rest(60.3);
                  user.exit();
                },
                ExpectedCause.clientGone())
            .slowly(),
        direct(
                "killed-at-30",
                "one user is killed 30.4 s after it logged in",
                stage -> {
                  User user = stage.user().say();
                  stage.rest(30.4);
                  user.exit();
                },
                ExpectedCause.clientGone().never("Pings do not help"))
            .slowly());
  }

  /** Heartbeats of 8 s, so that silences of more than 5 s and ages of all sizes occur. */
  private static void killedAtRandom(Stage stage) {
    Random random = new Random(4);
    List<User> users = stage.users(40);
    stage.talk(users, 8);
    stage.rest(6);
    Collections.shuffle(users, random);
    for (User user : users) {
      stage.rest(random.nextDouble() * 0.8);
      user.exit();
    }
  }

  /** One machine checks once in a while; each connection is silent after its first echo. */
  private static void checks(Stage stage, double seconds) {
    List<User> users = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      users.addAll(stage.usersOf(1, 1));
      stage.rest(seconds / 7);
    }
    stage.inTurn(users, seconds / 7, User::exit);
  }

  private static void sessions(Stage stage) {
    List<User> users = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<User> one = stage.usersOf(1, 1);
      stage.talk(one, 0.3);
      users.addAll(one);
      stage.rest(1);
    }
    stage.inTurn(users, 1, User::exit);
  }

  private static void readTimeouts(Stage stage) {
    List<User> users = inTurnOnManyMachines(stage);
    stage.rest(6 - 5 * 0.7);
    stage.inTurn(users, 0.7, User::exit);
  }

  private static List<User> inTurnOnManyMachines(Stage stage) {
    List<User> users = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      users.addAll(stage.users(1));
      stage.rest(0.7);
    }
    return users;
  }
}
