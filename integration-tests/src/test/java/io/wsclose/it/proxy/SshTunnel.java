// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ssh -L} to an sshd of its own. */
public final class SshTunnel implements Proxy {
  private final Proxy tunnel;
  private final ProxyProcess server;

  private SshTunnel(Proxy tunnel, ProxyProcess server) {
    this.tunnel = tunnel;
    this.server = server;
  }

  public static Software toThisMachine() {
    return new Software("ssh -L", SshTunnel::start);
  }

  private static Proxy start(Software.Site site) throws IOException {
    String sshd = ProxyProcess.binary("sshd");
    String ssh = ProxyProcess.binary("ssh");
    givePrivilegeSeparationDirectory();
    String key = site.directory().resolve("key").toString();
    run(site, ProxyProcess.binary("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", key);
    int daemonPort = ProxyProcess.freePort();
    List<String> daemon =
        List.of(
            sshd,
            "-D",
            "-e",
            "-f",
            "/dev/null",
            "-h",
            key,
            "-o",
            "ListenAddress=127.0.0.1:" + daemonPort,
            "-o",
            "AuthorizedKeysFile=" + key + ".pub",
            "-o",
            "PidFile=none",
            "-o",
            "StrictModes=no",
            "-o",
            "PermitRootLogin=yes");
    ProxyProcess server = ProxyProcess.start(daemon, site.directory(), daemonPort);
    try {
      int port = ProxyProcess.freePort();
      List<String> client =
          List.of(
              ssh,
              "-N",
              "-F",
              "none",
              "-i",
              key,
              "-o",
              "StrictHostKeyChecking=no",
              "-o",
              "UserKnownHostsFile=/dev/null",
              "-o",
              "BatchMode=yes",
              "-L",
              "127.0.0.1:" + port + ":127.0.0.1:" + site.servicePort(),
              "-p",
              Integer.toString(daemonPort),
              "127.0.0.1");
      ProxyProcess tunnel = ProxyProcess.start(client, site.directory(), port);
      return new SshTunnel(new RunningProxy(tunnel, List.of("false")), server);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static void run(Software.Site site, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .directory(site.directory().toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(new String(process.getInputStream().readAllBytes()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Debian's unit file has it made; sshd that root starts does not run without. */
  private static void givePrivilegeSeparationDirectory() {
    try {
      Files.createDirectories(Path.of("/run/sshd"));
    } catch (IOException e) {
      abort("sshd needs /run/sshd, which cannot be made here: " + e);
    }
  }

  @Override
  public int port() {
    return tunnel.port();
  }

  @Override
  public void reload() throws IOException, InterruptedException {
    tunnel.reload();
  }

  @Override
  public void kill() {
    tunnel.kill();
  }

  @Override
  public void close() {
    tunnel.close();
    server.close();
  }
}
