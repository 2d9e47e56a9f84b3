package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackLibrary;
import io.wsclose.record.TraceContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final Recording pipeline = new Recording();
  private final RecordingBackend backend =
      new RecordingBackend(
          (stack, type) -> new StackLibrary(stack, "1", List.of(), null),
          16,
          pipeline,
          failure -> {});

  @Test
  void whatNobodyClosesEndsBeforeThePipelineDoes() throws Exception {
    backend.upgradeRequested(upgrade());
    backend.upgradeRequested(upgrade());

    run(Duration.ofMillis(200));

    assertThat(pipeline.calls).containsExactly("ended", "ended", "closed");
    assertThat(pipeline.limit).isBetween(Duration.ZERO, Duration.ofMillis(100));
    assertThat(backend.openCount()).isZero();
  }

  @Test
  void doesNotWaitOnceTheStackClosedAll() throws Exception {
    Connection connection = backend.upgradeRequested(upgrade());
    Thread shutdown = new Shutdown(backend, pipeline, Duration.ofMinutes(10));
    shutdown.start();
    connection.ended();
    shutdown.join(30_000);

    assertThat(shutdown.isAlive()).isFalse();
    assertThat(pipeline.calls).containsExactly("ended", "closed");
    assertThat(pipeline.limit).isGreaterThan(Duration.ofMinutes(9));
  }

  @Test
  void nothingOpenMeansNoDelay() throws Exception {
    run(Duration.ofMinutes(10));

    assertThat(pipeline.calls).containsExactly("closed");
  }

  private void run(Duration limit) throws InterruptedException {
    Thread shutdown = new Shutdown(backend, pipeline, limit);
    shutdown.start();
    shutdown.join(30_000);
    assertThat(shutdown.isAlive()).isFalse();
  }

  private Upgrade upgrade() {
    return new Upgrade("sample", getClass(), Role.SERVER, "/chat", false, Headers.none());
  }

  private static final class Recording implements EventPipeline {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Duration limit;

    @Override
    public void ended(ConnectionRecord record) {
      calls.add("ended");
    }

    @Override
    public void reported(ConnectionRecord record) {}

    @Override
    public TraceContext current() {
      return TraceContext.none();
    }

    @Override
    public void close(Duration limit) {
      this.limit = limit;
      calls.add("closed");
    }
  }
}
