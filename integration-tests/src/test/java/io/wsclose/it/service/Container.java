// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.service;

import io.wsclose.it.program.ChatContainer;
import io.wsclose.testbed.jvm.ChildJvm;
import io.wsclose.testbed.jvm.JavaRuntime;
import io.wsclose.testbed.jvm.Program;
import io.wsclose.testbed.otlp.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A child JVM that runs chat services of any lines, each in a class loader of its own. */
public final class Container implements AutoCloseable {
  private static final String LISTENING = "[app] listening on ";

  private final ChildJvm jvm;
  private final OtlpReceiver receiver;
  private int deployed;
  private int undeployed;

  private Container(ChildJvm jvm, OtlpReceiver receiver) {
    this.jvm = jvm;
    this.receiver = receiver;
  }

  /** With the agent as most operators would have it. */
  public static Container start() throws IOException {
    return start(program -> program.agent(Layout.agent(), Service.QUICK));
  }

  /** With what {@code setUp} makes of the command line, the agent included. */
  public static Container start(UnaryOperator<Program> setUp) throws IOException {
    OtlpReceiver receiver = OtlpReceiver.start();
    try {
      Program program =
          Program.on(JavaRuntime.current())
              .property("otel.exporter.otlp.endpoint", receiver.endpoint())
              .property("otel.bsp.schedule.delay", "20")
              .classPath(List.of(Layout.testClasses()))
              .main(ChatContainer.class.getName());
      return new Container(setUp.apply(program).start(), receiver);
    } catch (IOException | RuntimeException e) {
      receiver.close();
      throw e;
    }
  }

  /** Starts the chat service of this line; the port that it listens on. */
  public int deploy(StackUnderTest line) {
    List<String> words = new ArrayList<>();
    words.add("deploy");
    words.add(
        line.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    words.add("port=0");
    words.addAll(line.arguments());
    jvm.tell(String.join("\t", words));
    await(ChatContainer.DEPLOYED + ++deployed);
    String listening = jvm.stdout().lines(text -> text.startsWith(LISTENING)).get(deployed - 1);
    return Integer.parseInt(listening.substring(LISTENING.length()));
  }

  /** Stops the service deployed last and lets go of its class loader. */
  public void undeploy() {
    jvm.tell("undeploy");
    await(ChatContainer.UNDEPLOYED + ++undeployed);
  }

  /** How many class loaders of undeployed services cannot be collected. */
  public int loadersLeft() {
    jvm.tell("collect");
    String left =
        jvm.stdout()
            .await(text -> text.startsWith(ChatContainer.LEFT), "loaders", Service.PATIENCE);
    return Integer.parseInt(left.substring(ChatContainer.LEFT.length()));
  }

  private void await(String line) {
    try {
      jvm.stdout().await(line::equals, line, Service.PATIENCE);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + "\n" + jvm.transcript(), e);
    }
  }

  public ChildJvm jvm() {
    return jvm;
  }

  public OtlpReceiver receiver() {
    return receiver;
  }

  /** Ends the JVM as an operator would, and waits until it is gone. */
  public void stop() {
    jvm.terminate();
    jvm.awaitExit(Service.PATIENCE);
  }

  @Override
  public void close() {
    jvm.close();
    receiver.close();
  }
}
