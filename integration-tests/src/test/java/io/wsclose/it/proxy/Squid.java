// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.util.List;

/** Squid as a client's forward proxy: the client asks it for a tunnel by CONNECT. */
public final class Squid {
  private static final String CONFIGURATION =
      """
      http_port 127.0.0.1:%2$d
      http_access allow all
      pid_filename %1$s/pid
      cache_log stdio:/dev/stderr
      access_log none
      netdb_filename none
      cache deny all
      coredump_dir %1$s
      shutdown_lifetime 0 seconds
      pinger_enable off
      tcp_outgoing_address %3$s
      %4$s
      """;

  private Squid() {}

  /** With these directives. */
  public static Software with(String... directives) {
    return new Software(
        "Squid, " + String.join(", ", directives),
        site -> {
          String squid = ProxyProcess.binary("squid");
          int port = ProxyProcess.freePort();
          String configuration =
              site.write(
                  "squid.conf",
                  String.format(
                      CONFIGURATION,
                      site.directory(),
                      port,
                      site.from().getHostAddress(),
                      String.join("\n", directives)));
          ProxyProcess process =
              ProxyProcess.start(List.of(squid, "-N", "-f", configuration), site.directory(), port);
          return new RunningProxy(process, RunningProxy.signal("HUP", process));
        });
  }
}
