// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static io.wsclose.it.path.Row.behind;

import io.wsclose.it.proxy.Apache;
import io.wsclose.it.proxy.Caddy;
import io.wsclose.it.proxy.Forwarder;
import io.wsclose.it.proxy.Haproxy;
import io.wsclose.it.proxy.Nginx;
import io.wsclose.it.proxy.Software;
import io.wsclose.it.proxy.SshTunnel;
import io.wsclose.it.proxy.Varnish;
import java.util.ArrayList;
import java.util.List;

/** A proxy ended all that it served. */
final class ReloadRows {
  private static final String RELOAD = "proxy.reload_or_drain";
  private static final int CROWD = 8;

  /** Nearly all: a busy machine may read one end late, which lowers what is claimed of it. */
  private static final ExpectedCause ALL =
      ExpectedCause.honestly(RELOAD).naming(CROWD - 2, "likely");

  /**
   * Caddy sends each service a Close 1001, as browsers do when a page is left; on a busy machine
   * they do not all arrive in one instant.
   */
  private static final ExpectedCause CLOSE_1001 = ExpectedCause.honestly(RELOAD).atMostLikely();

  private static final ExpectedCause HEADERLESS = ExpectedCause.honestly(RELOAD).atMostLikely();

  private ReloadRows() {}

  static List<Row> all() {
    Software nginx = Nginx.http("proxy_read_timeout 1h;");
    Software haproxy = Haproxy.with("option forwardfor", "timeout tunnel 1h");
    List<Row> rows = new ArrayList<>(onEveryStack());
    rows.addAll(
        List.of(
            stop(nginx, "nginx-stop", ALL),
            behind(nginx, "nginx-killed", "nginx is killed", talking(s -> s.proxy().kill()), ALL),
            behind(
                Nginx.withoutHeaders("proxy_read_timeout 1h;"),
                "nginx-headerless-stop",
                "nginx is stopped, and adds no header",
                talking(s -> s.proxy().close()),
                HEADERLESS),
            reload(haproxy, "haproxy-reload", ALL),
            stop(haproxy, "haproxy-stop", ALL),
            // a child may end seconds before the others, and nothing shows why
            stop(
                Apache.with("ProxyTimeout 3600"),
                "apache-stop",
                ExpectedCause.honestly(RELOAD, "peer.eof_without_close")
                    .naming(CROWD / 2, "likely")),
            stop(Caddy.asInstalled(), "caddy-stop", CLOSE_1001),
            stop(Varnish.with("pipe_timeout=3600"), "varnish-stop", HEADERLESS),
            stop(Forwarder.socat("-T3600"), "socat-stop", HEADERLESS),
            stop(Forwarder.stunnel("TIMEOUTidle = 3600"), "stunnel-stop", HEADERLESS),
            behind(
                nginx,
                "nginx-stop-three",
                "nginx is stopped with three connections",
                stage -> {
                  stage.talk(stage.users(3), 1);
                  stage.rest(2);
                  stage.proxy().close();
                },
                ExpectedCause.honestly(RELOAD).possibleOnly()),
            behind(
                SshTunnel.toThisMachine(),
                "ssh-killed",
                "ssh -L is killed with one connection",
                stage -> {
                  stage.users(1);
                  stage.rest(3);
                  stage.proxy().kill();
                },
                ExpectedCause.honestly("peer.eof_without_close", "peer.reset").possibleOnly())));
    return rows;
  }

  static List<Row> onEveryStack() {
    return List.of(
        reload(Nginx.http("proxy_read_timeout 1h;"), "nginx-reload", ALL),
        reload(Caddy.asInstalled(), "caddy-reload", CLOSE_1001));
  }

  private static Row reload(Software software, String name, ExpectedCause told) {
    return behind(
        software,
        name,
        name.substring(0, name.indexOf('-')) + " is reloaded and gives up its connections",
        talking(stage -> stage.proxy().reload()),
        told);
  }

  private static Row stop(Software software, String name, ExpectedCause told) {
    return behind(
        software,
        name,
        name.substring(0, name.indexOf('-')) + " is stopped",
        talking(stage -> stage.proxy().close()),
        told);
  }

  /** Users of different machines, who came one after another, talk when this happens. */
  private static Row.Play talking(Row.Play end) {
    return stage -> {
      for (int i = 0; i < CROWD; i++) {
        stage.talk(stage.users(1), 1);
        stage.rest(0.4);
      }
      end.on(stage);
    };
  }
}
