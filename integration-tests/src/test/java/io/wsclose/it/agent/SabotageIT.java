package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyLines;
import io.wsclose.it.program.Saboteur;
import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.scenario.Scenario;
import io.wsclose.it.scenario.Scenarios;
import io.wsclose.it.scenario.Stage;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a hook calls throws: the application is none the wiser. */
class SabotageIT {
  @Test
  void brokenHooksDoNotHarmTheApplication(@TempDir Path directory) throws Exception {
    Path saboteur = saboteur(directory.resolve("saboteur.jar"));
    List<Path> byteBuddy =
        List.of(
            Path.of(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    try (Service service =
        Service.start(
            NettyLines.netty42(),
            byteBuddy,
            program -> program.agent(Layout.agent(), Service.QUICK).agent(saboteur))) {
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

  private static Path saboteur(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Saboteur.class.getName());
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
