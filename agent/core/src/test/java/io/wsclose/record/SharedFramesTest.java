// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Counts are exact whichever threads send, as each stack lets them. */
class SharedFramesTest {
  private static final int THREADS = 8;
  private static final int FRAMES = 100_000;

  private final ConnectionRecord record =
      new ConnectionRecord(
          "1",
          Handshake.requested(
              new Upgrade("tyrus", Object.class, Role.SERVER, "/", false, Headers.none())),
          new StackInstance("tyrus", "", List.of(), null),
          FrameRetention.of(16, 0),
          new ApplicationCode(List.of()),
          TraceContext::none,
          record -> {});

  /** Tyrus takes its lock for data, not for pings, pongs and Close frames. */
  @Test
  void controlFramesBesideDataFrames() throws Exception {
    together(thread -> record.frameSent(thread == 0 ? 0x1 : 0xa, true, 0, 3));
  }

  /** Jetty's flusher has released its lock when its method returns. */
  @Test
  void dataFramesOfManyThreads() throws Exception {
    together(thread -> record.frameSentByAnyThread(0x1, true, 0, 3, null));
  }

  private void together(IntConsumer sending) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(THREADS);
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        senders.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  for (int frame = 0; frame < FRAMES; frame++) {
                    sending.accept(thread);
                  }
                  return null;
                }));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(record.sent().frames()).isEqualTo((long) THREADS * FRAMES);
    assertThat(record.sent().bytes()).isEqualTo(3L * THREADS * FRAMES);
  }
}
