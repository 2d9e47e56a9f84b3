// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class SelectLoopsTest {
  private static final long SECOND = 1_000_000_000L;

  private final Object selector = new Object();

  @Test
  void aThreadThatDoesNotSelectIsNotKnown() throws Exception {
    assertThat(onThread(() -> SelectLoops.busySince(System.nanoTime() + 9 * SECOND))).isZero();
  }

  @Test
  void aThreadIsBusyFromWhenItLeftTheSelector() throws Exception {
    long before = System.nanoTime();
    long since =
        onThread(
            () -> {
              SelectLoops.selecting(selector);
              SelectLoops.selected(selector);
              assertThat(SelectLoops.busySince(System.nanoTime())).isZero();
              return SelectLoops.busySince(System.nanoTime() + 4 * SECOND);
            });
    assertThat(since - before).isBetween(-SECOND, SECOND);
  }

  @Test
  void aThreadThatWaitsIsNotBusy() throws Exception {
    assertThat(
            onThread(
                () -> {
                  SelectLoops.selected(selector);
                  SelectLoops.selecting(selector);
                  return SelectLoops.busySince(System.nanoTime() + 4 * SECOND);
                }))
        .isZero();
  }

  @Test
  void whatItDidIsSeenOnceAndStillKnownInItsNextTurn() throws Exception {
    StackTraceElement[] seen =
        onThread(
            () -> {
              SelectLoops.selecting(selector);
              SelectLoops.selected(selector);
              pretendToWork();
              SelectLoops.look();
              SelectLoops.selecting(selector);
              SelectLoops.selected(selector);
              long since = SelectLoops.busySince(System.nanoTime());
              assertThat(since).isNotZero();
              return SelectLoops.seenSince(since);
            });
    assertThat(seen).isNotEmpty();
  }

  /**
   * Jetty: a thread that handed the selector to another one works on, and keeps nothing waiting.
   */
  @Test
  void threadsThatTakeTurnsAreNotBusy() throws Exception {
    assertThat(
            onThread(
                () -> {
                  SelectLoops.selecting(selector);
                  SelectLoops.selected(selector);
                  onThread(
                      () -> {
                        SelectLoops.selecting(selector);
                        return null;
                      });
                  return SelectLoops.busySince(System.nanoTime() + 4 * SECOND);
                }))
        .isZero();
  }

  private static void pretendToWork() throws InterruptedException {
    Thread.sleep(1_100);
  }

  private static <T> T onThread(Callable<T> what) throws Exception {
    FutureTask<T> task = new FutureTask<>(what);
    Thread thread = new Thread(task, "loop");
    thread.start();
    return task.get();
  }
}
