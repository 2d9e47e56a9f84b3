package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.instrumentation.sample.SampleStack;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.FrameKeeping;
import io.wsclose.record.RecordListener;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.TraceContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HookFailureTest {
  private static volatile Consumer<Throwable> receiver;

  static {
    Recorder.install(
        new RecordingBackend(
            null, FrameKeeping.of(0, 0), new Silent(), failure -> receiver.accept(failure)));
  }

  @Test
  void failureOfAdviceNeverReachesTheApplicationAndIsToldOnce() throws Exception {
    Bench bench =
        new Bench(SampleStack.with(Hook.of("acme.ws.Channel", "close", 1, "ThrowingAdvice")));
    HookFailures failures = new HookFailures(bench.notices);
    AtomicInteger count = new AtomicInteger();
    receiver =
        failure -> {
          count.incrementAndGet();
          failures.accept(failure);
        };
    Object channel = new Copies(bench.transformer, "").newChannel();

    for (int i = 0; i < 5; i++) {
      assertThat(channel.getClass().getMethod("close", int.class).invoke(channel, 1001))
          .isEqualTo("closed 1001 after hello");
    }

    assertThat(count).hasValue(5);
    assertThat(bench.settled())
        .containsExactlyInAnyOrder(
            "a hook failed, the application is not affected: java.lang.IllegalStateException in"
                + " acme.ws.Channel#close: broken on purpose",
            "sample: 1 hook bound");
  }

  private static final class Silent implements RecordListener {
    @Override
    public void ended(ConnectionRecord record) {}

    @Override
    public void reported(ConnectionRecord record) {}

    @Override
    public TraceContext current() {
      return TraceContext.none();
    }
  }
}
