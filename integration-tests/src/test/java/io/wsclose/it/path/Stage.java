// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.proxy.Proxy;
import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** A service of its own for one row, what stands before it, and its users. */
final class Stage implements AutoCloseable {
  private final Service service;
  private final Proxy proxy;
  private final Network network;
  private final String path;
  private final Path directory;
  private final ScheduledExecutorService talk = Executors.newScheduledThreadPool(4);
  private final List<Runnable> atTheEnd = new ArrayList<>();
  private int users;

  /**
   * @param proxy null if there is none
   * @param network null if users and service share the loopback interface
   */
  Stage(Service service, Proxy proxy, Network network, String path, Path directory) {
    this.service = service;
    this.proxy = proxy;
    this.network = network;
    this.path = path;
    this.directory = directory;
  }

  Service service() {
    return service;
  }

  Proxy proxy() {
    return proxy;
  }

  Network network() {
    return network;
  }

  String path() {
    return path;
  }

  /** How many connections were opened so far. */
  synchronized int opened() {
    return users;
  }

  /** A user on a machine of its own. */
  User user() {
    return user(Addresses.of(2000 + opened()), Opening.of(path));
  }

  List<User> users(int count) {
    List<User> group = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      group.add(user().say());
    }
    return group;
  }

  /** One more user on the machine with this number. */
  User userOf(int machine) {
    return user(Addresses.of(1000 + machine), Opening.of(path));
  }

  List<User> usersOf(int machine, int count) {
    List<User> group = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      group.add(userOf(machine).say());
    }
    return group;
  }

  /** A user whose client asks the proxy for a tunnel. */
  User tunneled() throws IOException {
    RawPeer peer = RawPeer.connect(Addresses.of(2000 + opened()), proxy.port());
    String service = "127.0.0.1:" + service().port();
    peer.sendBytes(
        ("CONNECT " + service + " HTTP/1.1\r\nHost: " + service + "\r\n\r\n").getBytes());
    if (peer.answer().status() != 200 || !peer.request(Opening.of(path)).isUpgrade()) {
      throw new IOException("no tunnel");
    }
    return counted(peer);
  }

  private User user(InetAddress from, Opening opening) {
    return counted(RawPeer.open(from, port(), opening));
  }

  private int port() {
    return proxy == null ? service.port() : proxy.port();
  }

  private synchronized User counted(RawPeer peer) {
    users++;
    // the JDK closes the socket of a peer that nothing refers to any more
    atTheEnd.add(peer::close);
    return new User(peer);
  }

  /** Client program of its own with so many connections, which talk all the time. */
  UserProgram program(int connections) throws IOException {
    UserProgram program =
        network == null
            ? UserProgram.start(port(), path, connections)
            : UserProgram.start(network, port(), path, connections);
    synchronized (this) {
      users += connections;
      atTheEnd.add(program::close);
    }
    return program;
  }

  /** Chromium with so many connections. It needs a service that logs who came in. */
  BrowserWindow browser(int connections) throws IOException {
    BrowserWindow browser = BrowserWindow.open(directory, connections, port(), path);
    synchronized (this) {
      users += connections;
      atTheEnd.add(browser::close);
    }
    Awaitility.await("browser connects")
        .atMost(Service.PATIENCE)
        .until(
            () ->
                service.jvm().stdout().lines(line -> line.contains(path + " came in")).size()
                    == connections);
    return browser;
  }

  /** Waits until all connections have ended, for more than a client's patience. */
  void awaitEnds(int seconds) {
    service
        .receiver()
        .await(opened(), span -> span.text("url.path").equals(path), Duration.ofSeconds(seconds));
  }

  /** Has these users talk, each once in this time and not in step, as long as they are there. */
  void talk(List<User> group, double everySeconds) {
    long every = millis(everySeconds);
    for (int i = 0; i < group.size(); i++) {
      long first = every * (i + 1) / group.size();
      talk.scheduleWithFixedDelay(group.get(i)::sayIfThere, first, every, TimeUnit.MILLISECONDS);
    }
  }

  /** Does this with one user after another. */
  void inTurn(List<User> group, double secondsBetween, Consumer<User> action) {
    for (User user : group) {
      action.accept(user);
      rest(secondsBetween);
    }
  }

  /** Lets time pass, which is part of what happens. */
  void rest(double seconds) {
    try {
      Thread.sleep(millis(seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops the service's JVM for this time, as a debugger or a frozen virtual machine does. */
  void freezeService(Runnable meanwhile) throws IOException, InterruptedException {
    signal("-STOP", service.jvm().pid());
    try {
      meanwhile.run();
    } finally {
      signal("-CONT", service.jvm().pid());
    }
  }

  static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", name, Long.toString(pid)).start().waitFor();
  }

  private static long millis(double seconds) {
    return Math.round(seconds * 1000);
  }

  @Override
  public void close() {
    talk.shutdownNow();
    if (proxy != null) {
      proxy.close();
    }
    service.close();
    atTheEnd.forEach(Runnable::run);
    if (network != null) {
      network.close();
    }
  }
}
