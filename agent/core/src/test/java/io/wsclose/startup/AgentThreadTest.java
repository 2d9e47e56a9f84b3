// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.instrumentation.Background;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgentThreadTest {
  private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> console = new LinkedBlockingQueue<>();
  private final Background background = AgentThread.start(console::add);

  @Test
  void runsWhatIsDueFirstFirst() throws Exception {
    background.after(TimeUnit.DAYS.toNanos(1), () -> ran.add("tomorrow"));
    background.after(TimeUnit.MILLISECONDS.toNanos(500), () -> ran.add("later"));
    background.soon(() -> ran.add("now"));

    assertThat(List.of(next(), next())).containsExactly("now", "later");
    assertThat(ran).isEmpty();
  }

  @Test
  void taskThatFailsDoesNotEndTheThread() throws Exception {
    background.soon(
        () -> {
          throw new IllegalStateException("one task");
        });
    background.soon(() -> ran.add(Thread.currentThread().getName()));

    assertThat(next()).isEqualTo("wsclose");
    assertThat(console).singleElement().asString().contains("a task of the agent failed");
  }

  @Test
  void tasksAreBoundedWhileOneHangs() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    background.soon(
        () -> {
          hangs.countDown();
          awaitUninterrupted(goesOn);
        });
    hangs.await();
    for (int i = 0; i < AgentThread.MAX_TASKS + 500; i++) {
      background.soon(() -> ran.add("one"));
    }
    background.soon(() -> ran.add("too many"));
    goesOn.countDown();
    for (int i = 0; i < AgentThread.MAX_TASKS; i++) {
      assertThat(next()).isEqualTo("one");
    }
    background.soon(() -> ran.add("last"));
    assertThat(next()).isEqualTo("last");
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String next() throws InterruptedException {
    return ran.poll(10, TimeUnit.SECONDS);
  }
}
