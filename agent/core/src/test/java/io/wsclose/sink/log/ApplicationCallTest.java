// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ApplicationCallTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ClassLoader undeployable = new URLClassLoader(new URL[0], null);
  private final ApplicationCall application = new ApplicationCall();

  @Test
  void loggingIsCalledOnAThreadThatEnds() throws Exception {
    for (ClassLoader loader :
        new ClassLoader[] {undeployable, ClassLoader.getSystemClassLoader(), null}) {
      Thread thread = application.under(loader, Thread::currentThread);

      assertThat(thread).isNotSameAs(Thread.currentThread());
      assertThat(thread.getName()).isEqualTo(Thread.currentThread().getName());
      assertThat(thread.isDaemon()).isTrue();
      assertThat(application.under(loader, this::context)).isSameAs(loader);
      thread.join();
    }
  }

  @Test
  void theThreadEndsWhileLinesKeepComing() throws Exception {
    Thread first = application.under(undeployable, Thread::currentThread);
    await()
        .atMost(PATIENCE)
        .until(() -> application.under(undeployable, Thread::currentThread) != first);
    first.join();
  }

  @Test
  void oneThreadDoesNotServeTwoApplications() throws Exception {
    Thread one = application.under(undeployable, Thread::currentThread);
    Thread other = application.under(null, Thread::currentThread);

    assertThat(other).isNotSameAs(one);
    assertThat(application.under(null, this::context)).isNull();
  }

  @Test
  void whatLoggingLeavesInThreadLocalsIsCollected() throws Exception {
    ThreadLocal<Object> recycled = new ThreadLocal<>();
    WeakReference<Object> left =
        application.under(
            undeployable,
            () -> {
              recycled.set(new Object());
              return new WeakReference<>(recycled.get());
            });

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              System.gc();
              return left.get() == null;
            });
    assertThat(recycled.get()).isNull();
  }

  @Test
  void throwsWhatTheCallThrows() {
    for (ClassLoader loader : new ClassLoader[] {null, undeployable}) {
      assertThatThrownBy(
              () ->
                  application.under(
                      loader,
                      () -> {
                        throw new IOException("full");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("full");
      assertThatThrownBy(
              () ->
                  application.under(
                      loader,
                      () -> {
                        throw new NoClassDefFoundError("gone");
                      }))
          .isInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void anInterruptReachesTheCallAndTheNextDoesNotWaitForIt() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                application.under(
                    undeployable,
                    () -> {
                      try {
                        Thread.sleep(60_000);
                      } catch (InterruptedException e) {
                        over.await();
                      }
                      return null;
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(application.under(undeployable, () -> "next")).isEqualTo("next");
    over.countDown();
  }

  private ClassLoader context() {
    return Thread.currentThread().getContextClassLoader();
  }
}
