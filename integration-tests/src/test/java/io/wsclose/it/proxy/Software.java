// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A kind of proxy and its configuration, ready to be started in front of a service.
 *
 * @param description the name and the settings that matter, for people
 */
public record Software(String description, Start start) {

  /** Starts the proxy and returns once it listens. */
  @FunctionalInterface
  public interface Start {
    Proxy at(Site site) throws IOException;
  }

  /**
   * Where a proxy runs.
   *
   * @param directory for its files, its own
   * @param servicePort what it forwards to, on the loopback interface
   * @param from the address that it connects to the service from, where it can be told one
   */
  public record Site(Path directory, int servicePort, InetAddress from) {
    String write(String file, String content) throws IOException {
      return Files.writeString(directory.resolve(file), content).toString();
    }
  }

  /** This proxy, which forwards to {@code next}, which forwards to the service. */
  public Software inFrontOf(Software next) {
    return new Software(description + " -> " + next.description, site -> chain(site, next));
  }

  private Proxy chain(Site site, Software next) throws IOException {
    Proxy inner = next.start.at(subdirectory(site, "inner", site.servicePort()));
    try {
      Proxy outer = start.at(subdirectory(site, "outer", inner.port()));
      return new Chain(outer, inner);
    } catch (IOException | RuntimeException e) {
      inner.close();
      throw e;
    }
  }

  private static Site subdirectory(Site site, String name, int port) throws IOException {
    return new Site(Files.createDirectory(site.directory().resolve(name)), port, site.from());
  }

  private record Chain(Proxy outer, Proxy inner) implements Proxy {
    @Override
    public int port() {
      return outer.port();
    }

    @Override
    public void reload() throws IOException, InterruptedException {
      outer.reload();
    }

    @Override
    public void kill() {
      outer.kill();
    }

    @Override
    public void close() {
      outer.close();
      inner.close();
    }
  }
}
