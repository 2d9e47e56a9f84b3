// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.it.proxy.ProxyProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Three network namespaces of this machine: clients, a router, a server. Rules are set on the
 * router only. Nothing leaves the machine; {@link #close} removes all of it. Needs root.
 */
final class Network implements AutoCloseable {
  static final String SERVER_ADDRESS = "10.99.2.2";

  /** Clients have the addresses from 10.99.1.10 on. */
  static final String FIRST_CLIENT_ADDRESS = "10.99.1.10";

  /** Where the service sends its spans, in its namespace. */
  static final String OTLP_ENDPOINT = "http://127.0.0.1:4318";

  static final int CLIENT_ADDRESSES = 6;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String prefix =
      "wsc" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
  private final String client = prefix + "c";
  private final String router = prefix + "r";
  private final String server = prefix + "s";
  private final List<Process> relays = new ArrayList<>();

  private Network() {}

  /** Skips the test where this user or this system cannot have namespaces. */
  static Network create() throws IOException {
    for (String tool : List.of("ip", "nft", "conntrack", "socat")) {
      ProxyProcess.binary(tool);
    }
    Network network = new Network();
    try {
      network.run("ip", "netns", "add", network.router);
    } catch (IOException e) {
      abort("no network namespaces for this user: " + e.getMessage());
    }
    try {
      network.build();
      return network;
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private void build() throws IOException {
    run("ip", "netns", "add", client);
    run("ip", "netns", "add", server);
    connect(client, "10.99.1.1", "10.99.1.2", "rc");
    connect(server, "10.99.2.1", SERVER_ADDRESS, "rs");
    for (int i = 0; i < CLIENT_ADDRESSES; i++) {
      in(client, "ip", "address", "add", "10.99.1." + (10 + i) + "/24", "dev", "eth");
    }
    in(router, "sysctl", "-q", "-w", "net.ipv4.ip_forward=1");
    // gives up after seconds instead of 15 min
    in(server, "sysctl", "-q", "-w", "net.ipv4.tcp_retries2=3");
    onRouter("add table ip path");
    onRouter("add chain ip path forward { type filter hook forward priority 0 ; }");
    // so that the kernel tracks connections at all
    onRouter("add rule ip path forward ct state established counter");
  }

  /** A cable between the router and this namespace, whose end there is called {@code eth}. */
  private void connect(String namespace, String here, String there, String name)
      throws IOException {
    String[] cable = {"ip", "-n", router, "link", "add", name, "type", "veth"};
    List<String> words = new ArrayList<>(List.of(cable));
    words.addAll(List.of("peer", "name", "eth", "netns", namespace));
    run(words.toArray(String[]::new));
    in(router, "ip", "address", "add", here + "/24", "dev", name);
    in(router, "ip", "link", "set", name, "up");
    in(namespace, "ip", "address", "add", there + "/24", "dev", "eth");
    in(namespace, "ip", "link", "set", "lo", "up");
    in(namespace, "ip", "link", "set", "eth", "up");
    in(namespace, "ip", "route", "add", "default", "via", here);
  }

  /** The words that run a command in the server's namespace. */
  List<String> atServer() {
    return List.of("ip", "netns", "exec", server);
  }

  List<String> atClient() {
    return List.of("ip", "netns", "exec", client);
  }

  /** Passes spans on from the server's namespace to the receiver outside. */
  void relaySpans(Path directory, String endpoint) throws IOException {
    Path socket = directory.resolve("spans");
    relays.add(
        new ProcessBuilder(
                "socat",
                "UNIX-LISTEN:" + socket + ",fork",
                "TCP:" + URI.create(endpoint).getAuthority())
            .start());
    List<String> words = new ArrayList<>(atServer());
    words.addAll(
        List.of(
            "socat",
            "TCP-LISTEN:4318,bind=127.0.0.1,fork,retry=20,interval=0.1",
            "UNIX-CONNECT:" + socket));
    relays.add(new ProcessBuilder(words).start());
  }

  /** The router drops what it should forward, without a word. */
  void blackHole() throws IOException {
    onRouter("insert rule ip path forward drop");
  }

  /** The router drops every third packet. */
  void loseAThird() throws IOException {
    onRouter("insert rule ip path forward numgen random mod 3 == 0 drop");
  }

  /** The router drops large packets and sends no ICMP for them. */
  void dropLargePackets() throws IOException {
    onRouter("insert rule ip path forward ip length > 900 drop");
  }

  /** The router answers every packet with a reset. */
  void reset() throws IOException {
    onRouter("insert rule ip path forward meta l4proto tcp reject with tcp reset");
  }

  /** The router lets everything pass again. */
  void heal() throws IOException {
    onRouter("flush chain ip path forward");
  }

  /** The cable to the clients is pulled out. */
  void cutClients() throws IOException {
    in(router, "ip", "link", "set", "rc", "down");
  }

  /** The router forgets all flows, and resets what belongs to none. */
  void forgetFlows() throws IOException {
    onRouter("flush chain ip path forward");
    onRouter("add rule ip path forward ct state established accept");
    onRouter("add rule ip path forward tcp flags & syn == syn accept");
    onRouter("add rule ip path forward meta l4proto tcp reject with tcp reset");
    in(router, "conntrack", "-F");
  }

  private void onRouter(String rule) throws IOException {
    in(router, "nft", rule);
  }

  private void in(String namespace, String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    words.addAll(List.of(command));
    run(words.toArray(String[]::new));
  }

  private void run(String... command) throws IOException {
    Path log = Files.createTempFile("network", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(
            String.join(" ", command) + ": " + Files.readString(log, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(log);
    }
  }

  @Override
  public void close() {
    relays.forEach(Process::destroy);
    for (String namespace : List.of(client, server, router)) {
      try {
        run("ip", "netns", "del", namespace);
      } catch (IOException e) {
        System.out.println("namespace left behind: " + e.getMessage());
      }
    }
  }
}
