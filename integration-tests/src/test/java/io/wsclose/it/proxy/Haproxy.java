package io.wsclose.it.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HAProxy as its documentation has it for WebSockets: {@code timeout tunnel} is the idle limit. */
final class Haproxy implements Proxy {
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

  private final ProxyProcess process;

  private Haproxy(ProxyProcess process) {
    this.process = process;
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
    List<String> command =
        List.of(ProxyProcess.binary("haproxy"), "-Ws", "-db", "-f", configuration.toString());
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
  public void close() {
    process.close();
  }
}
