// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first connection ends while the JVM can open no file, as happens when sockets leak. */
class NoDescriptorsIT {
  @Test
  void spansAreMadeAsSoonAsThereAreDescriptorsAgain() throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42(),
            program -> program.agent(Layout.agent(), Service.QUICK + ",log=stderr"))) {
      RawPeer first = RawPeer.open(service.port(), Opening.of("/chat/first"));
      first.echo("hello");
      limitDescriptors(service, used(service) / 2);
      first.send(Frame.close(1000, "bye"));
      first.readToEnd();
      first.close();
      service.jvm().stderr().await("/chat/first", Service.PATIENCE);
      service.jvm().stderr().await("spans cannot be made yet: ", Service.PATIENCE);
      assertThat(service.receiver().spans()).isEmpty();

      limitDescriptors(service, 1024);
      AtomicInteger later = new AtomicInteger();
      await()
          .atMost(Service.PATIENCE)
          .until(() -> arrives(service, "/chat/later/" + later.incrementAndGet()));
      service.jvm().stderr().await("spans can be made now", Service.PATIENCE);
      assertThat(service.jvm().stderr().lines())
          .filteredOn(line -> line.contains("spans can"))
          .as("said once, and that it is over")
          .hasSize(2)
          .last()
          .asString()
          .isEqualTo("[wsclose] spans can be made now, " + later.get() + " were lost");
      service.stop();
    }
  }

  /** Whether this connection, whose log line is awaited, had a span. */
  private static boolean arrives(Service service, String path) {
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
      peer.echo("hello").send(Frame.close(1000, "bye"));
      peer.readToEnd();
    }
    return service.jvm().stderr().await(path + " ", Service.PATIENCE).contains(" trace=");
  }

  private static int used(Service service) throws IOException {
    Path folder = Path.of("/proc/" + service.jvm().pid() + "/fd");
    if (!Files.isDirectory(folder)) {
      abort("no /proc on this system");
    }
    try (Stream<Path> all = Files.list(folder)) {
      return (int) all.count();
    }
  }

  /** The soft limit of a running process: what is open stays open. */
  private static void limitDescriptors(Service service, int limit) throws Exception {
    try {
      Process prlimit =
          new ProcessBuilder(
                  "prlimit", "--pid", Long.toString(service.jvm().pid()), "--nofile=" + limit + ":")
              .inheritIO()
              .start();
      assertThat(prlimit.waitFor()).isZero();
    } catch (IOException e) {
      abort("no prlimit (util-linux) on this system");
    }
  }
}
