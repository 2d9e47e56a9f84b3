// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static io.wsclose.it.path.Row.behind;
import static io.wsclose.it.path.Row.direct;

import io.wsclose.it.proxy.Nginx;
import java.util.List;

/** The JVM of the service stood still, and others gave up. */
final class ServiceRows {
  private ServiceRows() {}

  static List<Row> all() {
    return List.of(
        direct(
            "service-frozen",
            "the service's JVM is stopped for 4 s, and 6 clients give up",
            ServiceRows::serviceFrozen,
            ExpectedCause.honestly("local.jvm_stall")),
        behind(
            Nginx.http("proxy_read_timeout 1h;"),
            "service-frozen-nginx",
            "the service's JVM is stopped for 4 s, and 6 clients give up",
            ServiceRows::serviceFrozen,
            ExpectedCause.honestly("local.jvm_stall")),
        behind(
            Nginx.http("proxy_read_timeout 5s;"),
            "service-frozen-limit",
            "the service's JVM is stopped for 8 s, and nginx's limit of 5 s runs out",
            stage -> {
              List<User> users = stage.users(4);
              stage.freezeService(() -> stage.rest(8));
              users.forEach(User::awaitEnd);
            },
            ExpectedCause.honestly("local.jvm_stall", "proxy.idle_timeout")));
  }

  private static void serviceFrozen(Stage stage) throws Exception {
    List<User> users = stage.users(6);
    stage.rest(1);
    stage.freezeService(
        () -> {
          stage.rest(3);
          stage.inTurn(users, 0.1, User::exit);
          stage.rest(0.4);
        });
  }
}
