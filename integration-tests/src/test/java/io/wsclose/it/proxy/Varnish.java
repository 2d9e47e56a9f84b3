// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.util.List;

/** Varnish as its documentation has it for WebSockets: it pipes them. */
public final class Varnish {
  private static final String CONFIGURATION =
      """
      vcl 4.1;
      backend default {
        .host = "127.0.0.1";
        .port = "%d";
      }
      sub vcl_recv {
        if (req.http.upgrade ~ "(?i)websocket") {
          return (pipe);
        }
      }
      sub vcl_pipe {
        if (req.http.upgrade) {
          set bereq.http.upgrade = req.http.upgrade;
          set bereq.http.connection = req.http.connection;
        }
      }
      """;

  private Varnish() {}

  /** With this parameter, {@code pipe_timeout=60}. */
  public static Software with(String parameter) {
    return new Software(
        "Varnish, " + parameter,
        site -> {
          String varnish = ProxyProcess.binary("varnishd");
          int port = ProxyProcess.freePort();
          String configuration =
              site.write("chat.vcl", String.format(CONFIGURATION, site.servicePort()));
          List<String> command =
              List.of(
                  varnish,
                  "-F",
                  "-j",
                  "none",
                  "-n",
                  site.directory().resolve("work").toString(),
                  "-a",
                  "127.0.0.1:" + port,
                  "-T",
                  "none",
                  "-s",
                  "malloc,16m",
                  "-p",
                  parameter,
                  "-f",
                  configuration);
          ProxyProcess process = ProxyProcess.start(command, site.directory(), port);
          return new RunningProxy(process, List.of("false"));
        });
  }
}
