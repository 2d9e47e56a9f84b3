// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static io.wsclose.it.path.Row.behind;

import io.wsclose.it.proxy.Apache;
import io.wsclose.it.proxy.Forwarder;
import io.wsclose.it.proxy.Haproxy;
import io.wsclose.it.proxy.Nginx;
import io.wsclose.it.proxy.Squid;
import io.wsclose.it.proxy.Varnish;
import java.util.ArrayList;
import java.util.List;

/**
 * A proxy's idle limit ended the connection. How many of the events name it depends on how evenly a
 * busy machine lets silences be measured; none may mislead.
 */
final class IdleRows {
  private static final String IDLE = "proxy.idle_timeout";
  private static final String NO_CURE = "Pings do not help";

  private IdleRows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>(onEveryStack());
    rows.addAll(
        List.of(
            behind(
                Nginx.http("proxy_read_timeout 6s;"),
                "nginx-one",
                "nginx ends one silent connection",
                stage -> stage.user().say().awaitEnd(),
                ExpectedCause.honestly(IDLE).atMostLikely()),
            behind(
                Nginx.withoutHeaders("proxy_read_timeout 6s;"),
                "nginx-headerless",
                "nginx ends silent connections, one after another",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).possibleOnly()),
            behind(
                Nginx.http("proxy_read_timeout 6s;"),
                "nginx-in-step",
                "nginx ends connections that fell silent in the same moment, twice",
                stage -> {
                  for (int round = 0; round < 2; round++) {
                    stage.users(8).forEach(User::awaitEnd);
                  }
                },
                ExpectedCause.honestly(IDLE).atMostLikely()),
            behind(
                Nginx.http("proxy_read_timeout 6s;"),
                "nginx-among-leavers",
                "nginx ends 5 silent connections among 6 users who leave",
                stage -> {
                  List<User> silent = stage.users(1);
                  for (int i = 0; i < 4; i++) {
                    stage.rest(0.7);
                    silent.addAll(stage.users(1));
                    stage.users(1).forEach(user -> user.close(1000));
                  }
                  silent.forEach(User::awaitEnd);
                },
                ExpectedCause.honestly(IDLE, "peer.clean_close").naming(4)),
            behind(
                Haproxy.with("option forwardfor", "timeout tunnel 6s"),
                "haproxy-first-echo",
                "HAProxy ends connections that are silent from the first echo",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).atMostLikely().never(NO_CURE)),
            behind(
                Haproxy.with("timeout tunnel 6s"),
                "haproxy-headerless",
                "HAProxy ends silent connections and adds no header",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).possibleOnly().never(NO_CURE)),
            behind(
                Nginx.http("proxy_read_timeout 60s;")
                    .inFrontOf(Haproxy.with("option forwardfor", "timeout tunnel 6s")),
                "haproxy-behind-nginx",
                "HAProxy ends silent connections, nginx before it waits longer",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).atMostLikely().never(NO_CURE)),
            behind(
                // its tunnels obey the longer of Timeout and ProxyTimeout, which follows Timeout
                Apache.with("Timeout 6"),
                "apache",
                "Apache ends silent connections",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).atMostLikely().hint("ProxyTimeout")),
            behind(
                Varnish.with("pipe_timeout=6"),
                "varnish",
                "Varnish ends silent connections",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).atMostLikely()),
            behind(
                Squid.with("read_timeout 6 seconds"),
                "squid",
                "the client's Squid ends silent tunnels",
                stage -> {
                  List<User> silent = new ArrayList<>();
                  for (int i = 0; i < 4; i++) {
                    silent.add(stage.tunneled().say());
                    stage.rest(0.7);
                  }
                  silent.forEach(User::awaitEnd);
                },
                ExpectedCause.honestly(IDLE).possibleOnly()),
            behind(
                Forwarder.socat("-T6"),
                "socat",
                "socat ends silent connections",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).possibleOnly()),
            behind(
                Forwarder.stunnel("TIMEOUTidle = 6"),
                "stunnel",
                "stunnel ends silent connections",
                IdleRows::silentInTurn,
                ExpectedCause.honestly(IDLE).possibleOnly())));
    rows.addAll(slow());
    return rows;
  }

  static List<Row> onEveryStack() {
    return List.of(
        behind(
            Nginx.http("proxy_read_timeout 6s;"),
            "nginx-in-turn",
            "nginx ends silent connections, one after another",
            IdleRows::silentInTurn,
            ExpectedCause.honestly(IDLE).atMostLikely().hint("proxy_read_timeout")),
        behind(
            Nginx.stream("proxy_timeout 6s;"),
            "nginx-stream",
            "nginx forwards TCP and ends silent connections",
            IdleRows::silentInTurn,
            ExpectedCause.honestly(IDLE).possibleOnly()),
        behind(
            Haproxy.with("option forwardfor", "timeout tunnel 6s"),
            "haproxy",
            "HAProxy ends silent connections that talked before",
            stage -> {
              List<User> silent = stage.users(5);
              stage.inTurn(silent, 0.7, User::say);
              silent.forEach(User::awaitEnd);
            },
            ExpectedCause.honestly(IDLE).atMostLikely().never(NO_CURE)));
  }

  /** Limits as installed, most of them 60 s. */
  private static List<Row> slow() {
    return List.of(
        behind(
                Nginx.http(),
                "nginx-60",
                "nginx ends a silent connection at its default limit",
                IdleRows::silentForLong,
                ExpectedCause.honestly(IDLE).atMostLikely().naming(1).hint("proxy_read_timeout"))
            .slowly(),
        behind(
                Haproxy.with("option forwardfor", "timeout client 50s", "timeout server 50s"),
                "haproxy-50",
                "HAProxy ends a silent connection at the limit of Debian's configuration",
                IdleRows::silentForLong,
                ExpectedCause.honestly(IDLE).atMostLikely().never(NO_CURE))
            .slowly(),
        behind(
                Haproxy.with("option forwardfor", "timeout tunnel 30s"),
                "haproxy-30",
                "HAProxy ends connections at 30 s that are silent from the first echo",
                IdleRows::silentForLong,
                ExpectedCause.honestly(IDLE).atMostLikely().never(NO_CURE))
            .slowly(),
        behind(
                Apache.with(),
                "apache-60",
                "Apache ends a silent connection at its default limit",
                IdleRows::silentForLong,
                ExpectedCause.honestly(IDLE).atMostLikely().naming(1).hint("ProxyTimeout"))
            .slowly(),
        behind(
                Varnish.with("pipe_timeout=60"),
                "varnish-60",
                "Varnish ends a silent connection at its default limit",
                IdleRows::silentForLong,
                ExpectedCause.honestly(IDLE).atMostLikely().naming(1).hint("pipe_timeout"))
            .slowly());
  }

  private static void silentForLong(Stage stage) {
    stage.user().say();
    stage.awaitEnds(90);
  }

  /** Five users of different machines, each silent after its first echo. */
  private static void silentInTurn(Stage stage) {
    List<User> silent = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      silent.addAll(stage.users(1));
      stage.rest(0.7);
    }
    silent.forEach(User::awaitEnd);
  }
}
