// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.proxy.ProxyProcess;
import io.wsclose.it.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Headless Chromium on a page that opens WebSockets; {@link #close} leaves nothing behind. */
final class BrowserWindow implements AutoCloseable {
  private static final String PAGE =
      """
      <script>
      for (let i = 0; i < %d; i++) {
        const socket = new WebSocket('ws://127.0.0.1:%d%s');
        socket.onopen = () => socket.send('hello');
      }
      </script>
      """;

  private final Process process;

  private BrowserWindow(Process process) {
    this.process = process;
  }

  static BrowserWindow open(Path directory, int connections, int port, String path)
      throws IOException {
    Path page = directory.resolve("page.html");
    Files.writeString(page, String.format(PAGE, connections, port, path));
    List<String> command =
        List.of(
            ProxyProcess.binary("chromium"),
            "--headless",
            // it refuses to sandbox anything for root, which tests in containers are
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--user-data-dir=" + directory.resolve("profile"),
            page.toUri().toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("browser.log").toFile());
    builder.environment().put("TMPDIR", directory.toString());
    return new BrowserWindow(builder.start());
  }

  /** Ends as when its last window is closed. */
  void quit() {
    process.destroy();
  }

  /** Kills all its processes. */
  void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    kill();
    try {
      process.waitFor(Service.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
