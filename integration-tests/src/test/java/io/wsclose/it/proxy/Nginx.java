// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.it.service.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * nginx with the configuration of {@code samples/compose}; its variables are filled in here as the
 * container image does it from the environment.
 */
public final class Nginx implements Proxy {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

  /** What an image, or a distribution, has in its nginx.conf around the server. */
  private static final String MAIN =
      """
      daemon off;
      worker_processes 1;
      pid nginx.pid;
      worker_shutdown_timeout 300ms;
      events { worker_connections 256; }
      http {
        access_log off;
        client_body_temp_path temp;
        proxy_temp_path temp;
        fastcgi_temp_path temp;
        uwsgi_temp_path temp;
        scgi_temp_path temp;
        proxy_bind %s;
        include server.conf;
      }
      """;

  /** A location as nginx's page on WebSocket proxying has it. */
  private static final String LOCATION =
      """
      server {
        listen 127.0.0.1:%d;
        location / {
          proxy_pass http://127.0.0.1:%d;
          proxy_http_version 1.1;
          proxy_set_header Upgrade $http_upgrade;
          proxy_set_header Connection "upgrade";
          %s
        }
      }
      """;

  private static final String STREAM =
      """
      load_module %s;
      daemon off;
      worker_processes 1;
      pid nginx.pid;
      worker_shutdown_timeout 300ms;
      events { worker_connections 256; }
      stream {
        server {
          listen 127.0.0.1:%d;
          proxy_bind %s;
          proxy_pass 127.0.0.1:%d;
          %s
        }
      }
      """;

  private static final Path STREAM_MODULE = Path.of("/usr/lib/nginx/modules/ngx_stream_module.so");

  private final ProxyProcess process;
  private final Path directory;

  private Nginx(ProxyProcess process, Path directory) {
    this.process = process;
    this.directory = directory;
  }

  /** One location that has these directives and names the client to the service. */
  public static Software http(String... directives) {
    return plain(
        "nginx",
        "proxy_set_header X-Real-IP $remote_addr;"
            + " proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
        directives);
  }

  /** One location that has these directives and adds no header. */
  public static Software withoutHeaders(String... directives) {
    return plain("nginx without X- headers", "", directives);
  }

  private static Software plain(String name, String headers, String... directives) {
    String settings = String.join(" ", directives);
    return new Software(
        name + ", " + settings,
        site -> {
          int port = ProxyProcess.freePort();
          site.write("nginx.conf", String.format(MAIN, site.from().getHostAddress()));
          site.write(
              "server.conf",
              String.format(LOCATION, port, site.servicePort(), headers + "\n    " + settings));
          return started(site.directory(), port);
        });
  }

  /** A proxy of bytes with these directives, which knows nothing of HTTP. */
  public static Software stream(String... directives) {
    String settings = String.join(" ", directives);
    return new Software(
        "nginx stream, " + settings,
        site -> {
          if (!Files.exists(STREAM_MODULE)) {
            abort("no " + STREAM_MODULE + " on this machine: tests behind it are skipped");
          }
          int port = ProxyProcess.freePort();
          site.write(
              "nginx.conf",
              String.format(
                  STREAM,
                  STREAM_MODULE,
                  port,
                  site.from().getHostAddress(),
                  site.servicePort(),
                  settings));
          return started(site.directory(), port);
        });
  }

  private static Nginx started(Path directory, int port) throws IOException {
    return new Nginx(ProxyProcess.start(command(directory), directory, port), directory);
  }

  static Nginx start(Path directory, Ways ways) throws IOException {
    int port = ProxyProcess.freePort();
    Map<String, String> variables =
        Map.of(
            "LISTEN", "127.0.0.1:" + port,
            "CHAT_SERVICE", "127.0.0.1:" + ways.servicePort(),
            "HASTY_TIMEOUT", ways.hastySeconds() + "s");
    Files.writeString(
        directory.resolve("nginx.conf"), String.format(MAIN, ways.from().getHostAddress()));
    Files.writeString(directory.resolve("server.conf"), filledIn(template(), variables));
    return started(directory, port);
  }

  private static String template() throws IOException {
    return Files.readString(Layout.compose().resolve("nginx/default.conf.template"));
  }

  private static String filledIn(String template, Map<String, String> variables) {
    return VARIABLE
        .matcher(template)
        .replaceAll(
            variable -> {
              String value = variables.get(variable.group(1));
              if (value == null) {
                throw new IllegalArgumentException("not set here: " + variable.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static List<String> command(Path directory, String... more) {
    List<String> words = new ArrayList<>();
    words.add(ProxyProcess.binary("nginx"));
    // before it reads its configuration it would open a log where only root may write
    words.addAll(List.of("-e", "stderr", "-p", directory.toString(), "-c", "nginx.conf"));
    words.addAll(List.of(more));
    return words;
  }

  @Override
  public int port() {
    return process.port();
  }

  /** New workers come, the old ones have 300 ms for what they serve. */
  @Override
  public void reload() throws IOException, InterruptedException {
    int status = new ProcessBuilder(command(directory, "-s", "reload")).start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("nginx -s reload ended with " + status);
    }
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
