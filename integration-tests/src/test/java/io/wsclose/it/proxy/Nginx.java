package io.wsclose.it.proxy;

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
final class Nginx implements Proxy {
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

  private final ProxyProcess process;
  private final Path directory;

  private Nginx(ProxyProcess process, Path directory) {
    this.process = process;
    this.directory = directory;
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
    return new Nginx(ProxyProcess.start(command(directory), directory, port), directory);
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
  public void close() {
    process.close();
  }
}
