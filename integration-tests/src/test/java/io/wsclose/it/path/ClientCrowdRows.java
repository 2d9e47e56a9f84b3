// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static io.wsclose.it.path.Row.behind;
import static io.wsclose.it.path.Row.direct;

import io.wsclose.it.proxy.Haproxy;
import io.wsclose.it.proxy.Nginx;
import io.wsclose.it.proxy.Software;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Clients ended their connections together, as a proxy's reload or a cut network would. No proxy
 * and no network is at fault: no event may send an operator there.
 */
final class ClientCrowdRows {
  private static final Software LIVING_NGINX = Nginx.http("proxy_read_timeout 1h;");
  private static final Software LIVING_HAPROXY =
      Haproxy.with("option forwardfor", "timeout tunnel 1h");

  private ClientCrowdRows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>(onEveryStack());
    rows.addAll(more());
    return rows;
  }

  static List<Row> onEveryStack() {
    return List.of(
        behind(
            LIVING_NGINX,
            "load-test-ends",
            "a load test of 40 connections on one machine ends",
            stage -> endTogether(stage, stage.usersOf(1, 40), User::exit),
            ExpectedCause.clientGone().possibleOnly()),
        direct(
            "pods-killed",
            "10 client pods are killed with messages unread",
            stage -> endTogether(stage, stage.users(10), User::reset),
            ExpectedCause.clientGone()));
  }

  private static List<Row> more() {
    return List.of(
        direct(
            "load-test-ends-direct",
            "a load test of 40 connections on one machine ends",
            stage -> endTogether(stage, stage.usersOf(1, 40), User::exit),
            ExpectedCause.clientGone()),
        behind(
            LIVING_HAPROXY,
            "load-test-ends-haproxy",
            "a load test of 40 connections on one machine ends",
            stage -> endTogether(stage, stage.usersOf(1, 40), User::exit),
            ExpectedCause.clientGone().possibleOnly()),
        direct(
            "load-test-four-machines",
            "a load test on 4 machines ends by RST",
            stage -> {
              List<User> users = new ArrayList<>();
              for (int machine = 0; machine < 4; machine++) {
                users.addAll(stage.usersOf(machine, 5));
              }
              endTogether(stage, users, User::reset);
            },
            ExpectedCause.clientGone()),
        direct(
            "users-behind-nat",
            "6 users behind one NAT address are killed within 1.5 s",
            stage -> stage.inTurn(stage.usersOf(1, 6), 0.25, User::exit),
            ExpectedCause.clientGone()),
        behind(
            LIVING_NGINX,
            "half-crash",
            "6 of 12 users crash within 1.5 s; the others talk on",
            stage -> {
              List<User> users = stage.users(12);
              stage.talk(users.subList(6, 12), 0.5);
              // backwards: in the order in which they came, their silences could all be alike
              List<User> crashing = new ArrayList<>(users.subList(0, 6));
              Collections.reverse(crashing);
              stage.inTurn(crashing, 0.25, User::exit);
              stage.rest(2);
              stage.inTurn(users.subList(6, 12), 0, user -> user.close(1000));
            },
            clientGoneOrClean()),
        behind(
            LIVING_NGINX,
            "leaving-one-by-one",
            "16 users are killed one after another",
            stage -> stage.inTurn(stage.users(16), 0.8, User::exit),
            ExpectedCause.clientGone()),
        behind(
            LIVING_HAPROXY,
            "leaving-one-by-one-haproxy",
            "16 users are killed one after another",
            stage -> stage.inTurn(stage.users(16), 0.4, User::reset),
            ExpectedCause.clientGone()),
        behind(
            LIVING_NGINX,
            "pods-killed-nginx",
            "5 of 20 client pods are killed at once; the others talk on",
            stage -> {
              List<User> users = stage.users(20);
              // as a deployment does it: neither the oldest connections nor the youngest
              Collections.shuffle(users, new Random(3));
              stage.talk(users.subList(5, 20), 0.5);
              stage.rest(1);
              endTogether(stage, users.subList(0, 5), User::reset);
              stage.rest(2);
              stage.inTurn(users.subList(5, 20), 0, user -> user.close(1000));
            },
            clientGoneOrClean()),
        behind(
            LIVING_NGINX,
            "churn",
            "users come and are killed all the time, three a second",
            stage -> {
              Random random = new Random(7);
              List<User> users = stage.users(8);
              for (int i = 0; i < 30; i++) {
                users.addAll(stage.users(1));
                users.remove(random.nextInt(users.size())).exit();
                stage.rest(random.nextDouble() * 0.6);
              }
              stage.inTurn(users, 0, user -> user.close(1000));
            },
            clientGoneOrClean()),
        behind(
            LIVING_NGINX,
            "tabs-closed",
            "8 tabs of one browser are closed at once",
            stage -> endTogether(stage, stage.usersOf(1, 8), user -> user.close(1001)),
            ExpectedCause.honestly("peer.going_away")),
        behind(
            LIVING_NGINX,
            "users-go-home",
            "8 users on 8 machines close their pages within 3 s",
            stage -> stage.inTurn(stage.users(8), 0.4, user -> user.close(1001)),
            ExpectedCause.honestly("peer.going_away")),
        direct(
            "logout",
            "10 users close properly at once",
            stage -> endTogether(stage, stage.users(10), user -> user.close(1000)),
            ExpectedCause.honestly("peer.clean_close").naming(10, "certain")));
  }

  private static ExpectedCause clientGoneOrClean() {
    return ExpectedCause.honestly("peer.eof_without_close", "peer.reset", "peer.clean_close");
  }

  private static void endTogether(Stage stage, List<User> users, Consumer<User> end) {
    stage.inTurn(users, 0, end);
  }
}
