// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.it.program.Users;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.jvm.ChildJvm;
import io.wsclose.testbed.jvm.JavaRuntime;
import io.wsclose.testbed.jvm.Program;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** A client program of its own, so that it can be killed or frozen. */
final class UserProgram implements AutoCloseable {
  private final ChildJvm jvm;

  private UserProgram(ChildJvm jvm) {
    this.jvm = jvm;
  }

  /** Opens these connections on the loopback interface. */
  static UserProgram start(int port, String path, int connections) throws IOException {
    return start(List.of(), "127.0.0.1", port, path, "127.0.0.1", 1, connections);
  }

  /** Opens these connections from the clients' side of this network. */
  static UserProgram start(Network network, int port, String path, int connections)
      throws IOException {
    return start(
        network.atClient(),
        Network.SERVER_ADDRESS,
        port,
        path,
        Network.FIRST_CLIENT_ADDRESS,
        Network.CLIENT_ADDRESSES,
        connections);
  }

  private static UserProgram start(
      List<String> launcher,
      String host,
      int port,
      String path,
      String firstAddress,
      int addresses,
      int connections)
      throws IOException {
    ChildJvm jvm =
        Program.on(JavaRuntime.current())
            .launcher(launcher)
            .classPath(List.of(Layout.testClasses(), testbed()))
            .main(
                Users.class.getName(),
                host,
                Integer.toString(port),
                path,
                firstAddress,
                Integer.toString(addresses),
                Integer.toString(connections))
            .start();
    jvm.stdout().await(Users.OPENED, Service.PATIENCE);
    return new UserProgram(jvm);
  }

  private static Path testbed() {
    try {
      return Path.of(RawPeer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has all connections talk from now on. */
  void talk() {
    jvm.tell(Users.TALK);
  }

  /** Says this on all connections; echoes are not read. */
  void say(String text) {
    jvm.tell(text);
  }

  /** Closes all connections properly. */
  void closeConnections() {
    jvm.tell(Users.CLOSE);
  }

  /** As the kernel does when memory runs out. */
  void kill() {
    jvm.close();
  }

  /** It is still there, but does nothing: a laptop that is closed. */
  void freeze() throws IOException, InterruptedException {
    Stage.signal("-STOP", jvm.pid());
  }

  @Override
  public void close() {
    jvm.close();
  }
}
