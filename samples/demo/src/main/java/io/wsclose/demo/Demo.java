// SPDX-License-Identifier: Apache-2.0
package io.wsclose.demo;

import io.wsclose.testbed.jvm.ChildJvm;
import io.wsclose.testbed.jvm.JavaRuntime;
import io.wsclose.testbed.jvm.Program;
import io.wsclose.testbed.otlp.OtlpReceiver;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Starts a sample service in a JVM of its own with {@code -javaagent:wsclose.jar}, ends connections
 * to it in many ways, and prints what browser and application were told beside what wsclose found.
 *
 * <p>Argument: the stack, {@code netty} by default.
 */
public final class Demo {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SERVICE = "chat";
  private static final String LISTENING = "[app] listening on ";

  private final ChildJvm jvm;
  private final OtlpReceiver receiver;
  private final int port;

  private Demo(ChildJvm jvm, OtlpReceiver receiver, int port) {
    this.jvm = jvm;
    this.receiver = receiver;
    this.port = port;
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(System.getProperty("wsclose.root", "."));
    String stack = arguments.length > 0 ? arguments[0] : "netty";
    Path service = root.resolve("samples/" + stack + "/target/chat-" + stack + ".jar");
    Path agent = root.resolve("agent/target/wsclose.jar");
    if (!Files.exists(service)) {
      System.err.println("no sample service for the stack '" + stack + "': " + service);
      System.exit(2);
    }
    Jaeger jaeger = Jaeger.find();
    try (OtlpReceiver receiver = OtlpReceiver.start(jaeger::pass);
        ChildJvm jvm =
            Program.on(JavaRuntime.current())
                .agent(agent)
                .property("otel.exporter.otlp.endpoint", receiver.endpoint())
                .property("otel.service.name", SERVICE)
                .option("-jar")
                .main(service.toString(), "port=0", "console", "heartbeat=1200")
                .start()) {
      String listening = jvm.stdout().await(LISTENING, PATIENCE);
      int port = Integer.parseInt(listening.substring(LISTENING.length()));
      System.out.println(
          "java -javaagent:" + root.relativize(agent) + " -jar " + root.relativize(service));
      new Demo(jvm, receiver, port).run(Ending.on(stack));
      System.out.println(SideBySide.rule("the end"));
      System.out.println(jaeger.report(SERVICE));
    }
  }

  private void run(List<Ending> endings) {
    int number = 1;
    for (Ending ending : endings) {
      System.out.println();
      System.out.println(SideBySide.rule(number++ + ". " + ending.title()));
      BrowserView told = play(ending);
      ReceivedSpan span =
          receiver
              .await(1, received -> received.text("url.path").equals(ending.path()), PATIENCE)
              .get(0);
      System.out.print(compare(ending, told, span));
    }
    System.out.println();
    jvm.tell("exit");
    jvm.awaitExit(PATIENCE);
  }

  private BrowserView play(Ending ending) {
    try (RawPeer peer = RawPeer.connect(port)) {
      Opening opening =
          Opening.of(ending.path())
              .with("Origin", "https://chat.example")
              .with("User-Agent", "Mozilla/5.0 (demo)");
      return ending.play().on(peer, opening);
    }
  }

  private String compare(Ending ending, BrowserView told, ReceivedSpan span) {
    SideBySide page = new SideBySide();
    page.left("", "THE BROWSER WAS TOLD");
    told.lines().forEach(line -> page.left("  ", line));
    page.left("", "");
    page.left("", "THE APPLICATION WAS TOLD");
    toldToApplication(ending).forEach(line -> page.left("  ", line));
    page.right("", "WSCLOSE FOUND");
    page.right(
        "  ",
        span.text("websocket.close.cause") + " (" + span.text("websocket.close.confidence") + ")");
    page.right("  ", span.text("websocket.close.summary"));
    page.right("", "evidence");
    span.texts("websocket.close.evidence").forEach(fact -> page.right("  - ", fact));
    span.attribute("websocket.close.call_site")
        .ifPresent(
            site -> {
              page.right("", "closed by");
              page.right("  ", site.toString());
            });
    page.right("hint ", span.text("websocket.close.hint"));
    return page.render();
  }

  /** What the service printed for this connection, but for its coming. */
  private List<String> toldToApplication(Ending ending) {
    String prefix = "[app] " + ending.path() + " ";
    List<String> lines =
        jvm.stdout().lines(line -> line.startsWith(prefix) && !line.contains(" came in")).stream()
            .map(line -> line.substring(prefix.length()))
            .toList();
    return lines.isEmpty() ? List.of("(nothing)") : lines;
  }
}
