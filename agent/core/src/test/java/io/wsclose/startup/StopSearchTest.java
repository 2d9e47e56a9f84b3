// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a child JVM, which ends. */
class StopSearchTest {
  @Test
  void findsTheCallOfExit() throws Exception {
    assertThat(run("exit")).contains("System.exit").contains("StopSearchTest$Child.leave");
  }

  @Test
  void namesNobodyWhereTheLastThreadEnded() throws Exception {
    assertThat(run("return")).contains("JVM shutdown").doesNotContain("exit");
  }

  @Test
  void theOtherHooksAreSeen() throws Exception {
    assertThat(run("return")).contains("another runs");
  }

  private static String run(String how) throws Exception {
    Process child =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + File.separator + "bin/java",
                    "--add-opens",
                    "java.base/java.lang=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    how))
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isZero();
    return output;
  }

  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws InterruptedException {
      Instrumentation none =
          (Instrumentation)
              Proxy.newProxyInstance(
                  Child.class.getClassLoader(),
                  new Class<?>[] {Instrumentation.class},
                  (proxy, method, values) -> null);
      ShutdownHooks hooks = new ShutdownHooks(none);
      Thread other = new Thread(Child::untilInterrupted);
      Runtime.getRuntime().addShutdownHook(other);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> look(hooks, other)));
      hooks.find();
      if (arguments[0].equals("exit")) {
        leave();
      }
    }

    private static void leave() {
      System.exit(0);
    }

    private static void untilInterrupted() {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        // as it should
      }
    }

    private static void look(ShutdownHooks hooks, Thread other) {
      if (hooks.areRunning()) {
        System.out.println("another runs");
      }
      System.out.println(new StopSearch().find());
      other.interrupt();
    }
  }
}
