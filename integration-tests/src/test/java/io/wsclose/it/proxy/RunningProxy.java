// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.io.IOException;
import java.util.List;

/** A proxy that is one process, or a process and its workers. */
record RunningProxy(ProxyProcess process, List<String> reloadCommand) implements Proxy {
  @Override
  public int port() {
    return process.port();
  }

  @Override
  public void reload() throws IOException, InterruptedException {
    Process command =
        new ProcessBuilder(reloadCommand)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int status = command.waitFor();
    if (status != 0) {
      throw new IllegalStateException(reloadCommand + " ended with " + status);
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

  /** The reload command of a proxy that reloads when it receives this signal. */
  static List<String> signal(String name, ProxyProcess process) {
    return List.of("kill", "-" + name, Long.toString(process.pid()));
  }
}
