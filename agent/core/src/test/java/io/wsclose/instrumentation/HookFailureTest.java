// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.AgentClassLoader;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.instrumentation.sample.SampleStack;
import io.wsclose.record.ApplicationCode;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.TraceContext;
import io.wsclose.stack.Hook;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookFailureTest {
  private static final Hook THROWING = Hook.of("acme.ws.Channel", "close", 1, "ThrowingAdvice");
  private static final Hook WRITE = Hook.of("acme.ws.Channel", "write", 1, "WriteAdvice");
  private static final String FIRST =
      "a hook failed, the application is not affected: java.lang.IllegalStateException in"
          + " acme.ws.Channel#close: broken on purpose";
  private static final String REMOVED =
      "the hook in acme.ws.Channel#close keeps failing and was removed: events lack what it saw"
          + " (sample)";

  private static volatile RecordingBackend.HookFailureListener receiver;

  private final Bench bench = new Bench(SampleStack.with(WRITE, THROWING));
  private final AtomicInteger failed = new AtomicInteger();

  static {
    Recorder.install(
        new RecordingBackend(
            null,
            FrameRetention.of(0, 0),
            new ApplicationCode(List.of()),
            TraceContext::none,
            record -> {},
            (failure, type, hook) -> receiver.failed(failure, type, hook)));
  }

  @BeforeEach
  void receive() {
    receiver =
        (failure, type, hook) -> {
          failed.incrementAndGet();
          bench.failures.failed(failure, type, hook);
        };
  }

  @Test
  void failureOfAdviceNeverReachesTheApplicationAndIsLoggedOnce() throws Exception {
    Object channel = new Copies(bench.transformer, "").newChannel();

    close(channel, 5);

    assertThat(failed).hasValue(5);
    assertThat(bench.settled()).containsExactlyInAnyOrder(FIRST, "sample: 2 hooks bound");
  }

  @Test
  void aHookThatKeepsFailingIsRemovedFromItsClass() throws Exception {
    Copies copies = new Copies(bench.transformer, "");
    Class<?> type = copies.newChannel().getClass();
    Object healthy = new Copies(bench.transformer, "").newChannel();

    close(copies.newChannel(), FailureCount.LIMIT + 3);
    bench.settled();

    assertThat(bench.retransformed).containsExactly(type);
    assertThat(bench.console).containsOnlyOnce(FIRST, REMOVED);
    HookMatch match =
        new HookIndex(List.of(SampleStack.with(WRITE, THROWING))).match("acme/ws/Channel");
    assertThat(bench.failures.withoutRemoved(match, type).hooks())
        .extracting(hook -> hook.hook().toString())
        .containsExactly("Channel#write/1");
    assertThat(bench.failures.withoutRemoved(match, healthy.getClass()).hooks()).hasSize(2);
    assertThat(bench.failures.withoutRemoved(match, null).hooks()).hasSize(2);
  }

  @Test
  void aClassWithoutItsLastHookIsAsItWas() throws Exception {
    Bench lone = new Bench(SampleStack.with(THROWING));
    receiver = lone.failures;
    Copies copies = new Copies(lone.transformer, "");
    Object channel = copies.newChannel();
    close(channel, FailureCount.LIMIT);

    byte[] original = AgentClassLoader.classFile(getClass().getClassLoader(), "acme.ws.Channel");
    assertThat(
            lone.transformer.transform(
                copies, "acme/ws/Channel", channel.getClass(), null, original))
        .isNull();
  }

  @Test
  void aHookThatFailsNowAndThenStays() {
    FailureCount count = new FailureCount();
    for (int minute = 0; minute < 99; minute++) {
      for (int i = 1; i < FailureCount.LIMIT; i++) {
        assertThat(count.isOneTooMany(TimeUnit.SECONDS.toNanos(61L * minute))).isFalse();
      }
    }
    assertThat(count.isOff()).isFalse();
    assertThat(count.isOneTooMany(TimeUnit.SECONDS.toNanos(61L * 98))).isTrue();
    assertThat(count.isOneTooMany(TimeUnit.SECONDS.toNanos(61L * 98))).isFalse();
    assertThat(count.isOff()).isTrue();
  }

  @Test
  void memoryThatRanOutIsNotTheHooksFault() {
    for (int i = 0; i < 2 * FailureCount.LIMIT; i++) {
      bench.failures.failed(new StackOverflowError(), acme.ws.Channel.class, 0);
    }
    bench.settled();

    assertThat(bench.retransformed).isEmpty();
  }

  @Test
  void whatCannotBeRemovedIsSaid() {
    HookFailures failures =
        new HookFailures(
            new HookIndex(List.of(SampleStack.with(THROWING))).hooks(),
            bench.background,
            bench.notices,
            type -> {
              throw new UnmodifiableClassException();
            });
    for (int i = 0; i < FailureCount.LIMIT; i++) {
      failures.failed(new IllegalStateException(), acme.ws.Channel.class, 0);
    }

    assertThat(bench.settled())
        .contains(
            "the hook in acme.ws.Channel#close keeps failing and cannot be removed:"
                + " java.lang.instrument.UnmodifiableClassException");
  }

  private static void close(Object channel, int times) throws ReflectiveOperationException {
    for (int i = 0; i < times; i++) {
      assertThat(channel.getClass().getMethod("close", int.class).invoke(channel, 1001))
          .isEqualTo("closed 1001 after hello");
    }
  }
}
