// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.stack.WebSocketStack;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM that never opens a WebSocket pays: looked up in what a child JVM loads. */
class StartupClassesTest {
  @Test
  void nothingSlowIsLoadedBeforeTheFirstStack(@TempDir Path folder) throws Exception {
    List<String> stacks =
        ServiceLoader.load(WebSocketStack.class).stream()
            .map(stack -> stack.type().getName())
            .toList();
    // one service file for all lines, as in the agent's jar
    Path services = folder.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.write(services.resolve(WebSocketStack.class.getName()), stacks);

    String output = startInChild(folder);

    assertThat(output)
        .contains(" io.wsclose.startup.Startup ")
        .contains(" io.wsclose.instrumentation.HookIndex ")
        .contains(stacks)
        .contains(": spans to http://localhost:4318 (OTLP, http/protobuf)");
    assertThat(output.lines().filter(line -> line.contains("[class,load")))
        .noneMatch(line -> line.contains(" io.opentelemetry."))
        .noneMatch(line -> line.contains(" net.bytebuddy."))
        .noneMatch(line -> line.contains(" org.slf4j."))
        .noneMatch(line -> line.contains(" java.util.logging."))
        .noneMatch(line -> line.matches(".* io\\.wsclose\\.(?!.*Test\\$).*\\$\\$Lambda.*"));
  }

  private static String startInChild(Path services) throws Exception {
    Process child =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + File.separator + "bin/java",
                    "-Xlog:class+load",
                    "-cp",
                    services + File.pathSeparator + System.getProperty("java.class.path"),
                    Child.class.getName()))
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isZero();
    return output;
  }

  /** The agent, but for the jar. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      Instrumentation none =
          (Instrumentation)
              Proxy.newProxyInstance(
                  Child.class.getClassLoader(),
                  new Class<?>[] {Instrumentation.class},
                  (proxy, method, values) ->
                      method.getName().equals("getAllLoadedClasses") ? new Class<?>[0] : null);
      Startup.start(null, none);
    }
  }
}
