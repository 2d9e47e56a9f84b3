// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in the arguments is told in one line; the application starts all the same. */
class ArgumentsIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frames=many | frames | many | from 0 to 64",
        "frames=65 | frames | 65 | from 0 to 64",
        "span.parent=cousin | span.parent | cousin | link",
        "wait.siblings=soon | wait.siblings | soon | 2s",
        "colour=blue | colour | (agent arguments) | frames",
        "config=/nowhere/it.properties | config=/nowhere/it.properties | ignored | no such file",
      })
  void toldInOneLine(String arguments, String key, String value, String allowed) throws Exception {
    try (Service service = start(arguments)) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat"))) {
        peer.echo("up and running");
      }
      service.stop();

      List<String> complaints =
          service
              .jvm()
              .stderr()
              .lines(line -> line.contains(key) && line.contains(value) && !isClose(line));
      assertThat(complaints).hasSize(1);
      assertThat(complaints.get(0)).startsWith("[wsclose] ").contains(allowed);
      assertThat(service.receiver().spans()).hasSize(1);
    }
  }

  @Test
  void switchedOff() throws Exception {
    try (Service service = start("enabled=false")) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat"))) {
        peer.echo("up and running");
      }
      service.stop();

      assertThat(service.jvm().stderr().lines(line -> line.contains("is off"))).hasSize(1);
      assertThat(service.receiver().spans()).isEmpty();
    }
  }

  @Test
  void aSecondCopyStaysOff() throws Exception {
    try (Service service =
        Service.start(
            NettyVersions.netty42(),
            program -> program.agent(Layout.agent(), Service.QUICK).agent(Layout.agent()))) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat"))) {
        peer.echo("up and running");
      }
      service.stop();

      assertThat(service.jvm().stderr().lines(line -> line.contains("already running"))).hasSize(1);
      assertThat(service.receiver().spans()).hasSize(1);
    }
  }

  private static boolean isClose(String line) {
    return line.contains("websocket closed ");
  }

  private static Service start(String arguments) throws Exception {
    return Service.start(
        NettyVersions.netty42(), program -> program.agent(Layout.agent(), arguments));
  }
}
