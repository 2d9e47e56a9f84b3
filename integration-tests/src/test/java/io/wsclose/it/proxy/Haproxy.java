// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HAProxy as its documentation has it for WebSockets: {@code timeout tunnel} is the idle limit. */
public final class Haproxy implements Proxy {
  private static final String CONFIGURATION =
      """
      global
        master-worker no-exit-on-failure
        hard-stop-after 300ms
      defaults
        mode http
        option forwardfor
        timeout connect 5s
        timeout client 60s
        timeout server 60s
      frontend all
        bind 127.0.0.1:%1$d
        use_backend hasty if { path_beg /hasty/ }
        default_backend chat
      backend chat
        timeout tunnel 60s
        server chat 127.0.0.1:%2$d source %3$s
      backend hasty
        timeout tunnel %4$ds
        http-request replace-path /hasty(/.*) \\1
        server chat 127.0.0.1:%2$d source %3$s
      """;

  /** The same without rooms of their own. */
  private static final String PLAIN =
      """
      global
        master-worker no-exit-on-failure
        hard-stop-after 300ms
      defaults
        mode http
        timeout connect 5s
        timeout client 60s
        timeout server 60s
        %4$s
      listen chat
        bind 127.0.0.1:%1$d
        server chat 127.0.0.1:%2$d source %3$s
      """;

  private final ProxyProcess process;

  private Haproxy(ProxyProcess process) {
    this.process = process;
  }

  /** With these lines among the defaults. */
  public static Software with(String... lines) {
    return new Software(
        "HAProxy, " + String.join(", ", lines),
        site -> {
          int port = ProxyProcess.freePort();
          String configuration =
              String.format(
                  PLAIN,
                  port,
                  site.servicePort(),
                  site.from().getHostAddress(),
                  String.join("\n  ", lines));
          return start(site.directory(), site.write("haproxy.cfg", configuration), port);
        });
  }

  static Haproxy start(Path directory, Ways ways) throws IOException {
    int port = ProxyProcess.freePort();
    Path configuration = directory.resolve("haproxy.cfg");
    Files.writeString(
        configuration,
        String.format(
            CONFIGURATION,
            port,
            ways.servicePort(),
            ways.from().getHostAddress(),
            ways.hastySeconds()));
    return start(directory, configuration.toString(), port);
  }

  private static Haproxy start(Path directory, String configuration, int port) throws IOException {
    List<String> command =
        List.of(ProxyProcess.binary("haproxy"), "-Ws", "-db", "-f", configuration);
    return new Haproxy(ProxyProcess.start(command, directory, port));
  }

  @Override
  public int port() {
    return process.port();
  }

  /** A new worker comes, the old one has 300 ms for what it serves. */
  @Override
  public void reload() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-USR2", Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
