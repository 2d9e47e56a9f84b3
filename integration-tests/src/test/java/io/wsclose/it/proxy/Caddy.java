// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.util.List;

/** Caddy's reverse_proxy, which needs no settings for WebSockets and has no idle limit. */
public final class Caddy {
  private static final String CONFIGURATION =
      """
      {
        admin unix//%1$s/admin.sock
        auto_https off
        storage file_system %1$s
      }
      :%2$d {
        bind 127.0.0.1
        reverse_proxy 127.0.0.1:%3$d
      }
      """;

  private Caddy() {}

  public static Software asInstalled() {
    return new Software(
        "Caddy",
        site -> {
          String caddy = ProxyProcess.binary("caddy");
          int port = ProxyProcess.freePort();
          String configuration =
              site.write(
                  "Caddyfile",
                  String.format(CONFIGURATION, site.directory(), port, site.servicePort()));
          ProxyProcess process =
              ProxyProcess.start(
                  List.of(caddy, "run", "--config", configuration), site.directory(), port);
          return new RunningProxy(
              process,
              List.of(
                  caddy,
                  "reload",
                  "--force",
                  "--config",
                  configuration,
                  "--address",
                  "unix//" + site.directory() + "/admin.sock"));
        });
  }
}
