package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.instrumentation.Background;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgentThreadTest {
  private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
  private final Background background = AgentThread.start();

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
  }

  private String next() throws InterruptedException {
    return ran.poll(10, TimeUnit.SECONDS);
  }
}
