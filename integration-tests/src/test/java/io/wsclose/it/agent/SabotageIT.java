// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.jetty.JettyVersions;
import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.program.Saboteur;
import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.scenario.Scenario;
import io.wsclose.it.scenario.Scenarios;
import io.wsclose.it.scenario.Stage;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.tyrus.TyrusVersions;
import io.wsclose.it.undertow.UndertowVersions;
import io.wsclose.testbed.jvm.Program;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a hook calls throws: the application is none the wiser. */
class SabotageIT {
  @Test
  void brokenHooksDoNotHarmTheApplication(@TempDir Path directory) throws Exception {
    Path saboteur = saboteur(directory.resolve("saboteur.jar"));
    try (Service service = start(NettyVersions.netty42(), saboteur)) {
      service.jvm().stdout().await(Saboteur.DONE, Service.PATIENCE);

      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/a").offering("chat.v1"))) {
        peer.echo("text").send(Frame.ping("p"));
        assertThat(peer.receive(Frame.PONG).text()).isEqualTo("p");
        peer.send(Frame.of(Frame.BINARY, new byte[70])).receive(Frame.BINARY);
        peer.send(Frame.close(1000, "bye"));
        assertThat(peer.readToEnd().orElseThrow().code()).isEqualTo(1000);
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/b"))) {
        assertThat(peer.sendText("/kick").answerClose().code()).isEqualTo(4001);
      }
      try (RawPeer peer = RawPeer.connect(service.port())) {
        assertThat(peer.request(Opening.of("/nowhere")).status()).isEqualTo(404);
      }
      for (Scenario scenario : Scenarios.all()) {
        if (!scenario.ownJvm()) {
          scenario.play().on(new Stage(service, scenario.path(), Addresses.of(1)));
        }
      }
      service.stop();

      assertThat(service.jvm().stdout().lines(line -> line.contains(Saboteur.MESSAGE))).isEmpty();
      assertThat(service.jvm().stderr().lines(line -> line.startsWith("[wsclose] ")))
          .as("it says that its hooks fail, and not for every frame")
          .anyMatch(line -> line.contains(Saboteur.MESSAGE))
          .hasSizeLessThan(50);
    }
  }

  static List<StackUnderTest> lines() {
    return List.of(
        NettyVersions.netty42(),
        JettyVersions.jetty121(),
        UndertowVersions.core24(),
        TyrusVersions.tyrus2());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void hooksOfFramesThatKeepFailingAreRemovedAndCostNothing(
      StackUnderTest line, @TempDir Path directory) throws Exception {
    Path saboteur = saboteur(directory.resolve("saboteur.jar"));
    try (Service service = start(line, saboteur);
        RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/a"))) {
      service.jvm().stdout().await(Saboteur.DONE, Service.PATIENCE);
      int rounds = 0;
      long before = 0;
      long after = 0;
      // hooks that are not for frames fail seldom, and may be among the frames of one round
      for (boolean quiet = false; !quiet; quiet = after == before) {
        assertThat(rounds++).as("rounds of frames in which hooks failed").isLessThan(20);
        echo(peer, 200);
        before = thrown(service, saboteur, "before " + rounds);
        echo(peer, 200);
        after = thrown(service, saboteur, "after " + rounds);
      }
      peer.send(Frame.close(1000, "bye"));
      assertThat(peer.readToEnd().orElseThrow().code()).isEqualTo(1000);
      service.stop();

      assertThat(service.jvm().stderr().lines(text -> text.contains("keeps failing")))
          .as("one line for each")
          .hasSizeBetween(2, 8)
          .doesNotHaveDuplicates()
          .allMatch(text -> text.contains("was removed"));
    }
  }

  static List<Arguments> linkingHooks() {
    return List.of(
        Arguments.of(
            UndertowVersions.core24(), "io.undertow.server.protocol.framed.AbstractFramedChannel"),
        Arguments.of(
            JettyVersions.jetty121(), "org.eclipse.jetty.websocket.core.WebSocketConnection"));
  }

  /** The hook is in the constructor of what parses the frames. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("linkingHooks")
  void framesGoOnInTheRequestsRecordWhereTheLinkingHookFails(
      StackUnderTest line, String constructed, @TempDir Path directory) throws Exception {
    Path saboteur = saboteur(directory.resolve("saboteur.jar"));
    try (Service service = start(line, saboteur, constructed)) {
      service.jvm().stdout().await(Saboteur.DONE, Service.PATIENCE);
      for (int i = 0; i < 3; i++) {
        try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/" + i))) {
          peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
        }
        ReceivedSpan span = service.awaitCloseSpan("/chat/" + i);
        assertThat(span.text("websocket.close.cause")).isEqualTo("peer.clean_close");
        assertThat(span.attribute("websocket.frames.received")).contains(2L);
        assertThat(span.attribute("http.response.status_code")).contains(101L);
      }
      assertThat(thrown(service, saboteur, "at the end")).as("failures of the hook").isPositive();
      service.stop();
      assertThat(service.receiver().spans()).as(service.jvm().transcript()).hasSize(3);
      assertThat(service.jvm().stderr().lines(text -> text.contains("unread")))
          .as("the request's record is not taken for one that a proxy forwards")
          .isEmpty();
    }
  }

  private static void echo(RawPeer peer, int times) {
    for (int i = 0; i < times; i++) {
      peer.echo("text " + i);
    }
  }

  private static long thrown(Service service, Path saboteur, String when) {
    ByteBuddyAgent.attach(saboteur.toFile(), Long.toString(service.jvm().pid()), when);
    String line =
        service
            .jvm()
            .stdout()
            .await(
                text -> text.startsWith(Saboteur.COUNTED) && text.endsWith(" " + when),
                when,
                Service.PATIENCE);
    return Long.parseLong(line.substring(Saboteur.COUNTED.length()).split(" ")[0]);
  }

  private static Service start(StackUnderTest line, Path saboteur) throws Exception {
    return start(line, program -> program.agent(Layout.agent(), Service.QUICK).agent(saboteur));
  }

  private static Service start(StackUnderTest line, Path saboteur, String constructed)
      throws Exception {
    return start(
        line, program -> program.agent(Layout.agent(), Service.QUICK).agent(saboteur, constructed));
  }

  private static Service start(StackUnderTest line, UnaryOperator<Program> setUp) throws Exception {
    List<Path> byteBuddy =
        List.of(
            Path.of(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    return Service.start(line, byteBuddy, setUp);
  }

  private static Path saboteur(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Saboteur.class.getName());
    manifest.getMainAttributes().putValue("Agent-Class", Saboteur.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Class<?> type : Saboteur.parts()) {
        String entry = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(entry)) {
          bytes.transferTo(out);
        }
      }
    }
    return jar;
  }
}
