// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import io.wsclose.record.ApplicationCode;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackInstance;
import io.wsclose.record.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody takes anything out, as if the sink thread hung in an appender. */
class CloseQueueTest {
  private static final long MAX_WEIGHT = 1_000_000;

  private final List<String> told = new ArrayList<>();
  private final LossCounter losses = new LossCounter("dropped", told::add);
  private final FakeTime time = new FakeTime();
  private final CloseQueue queue =
      new CloseQueue(1_000_000, MAX_WEIGHT, new RefusalLimit(100, 1), losses, time);
  private final RecordingBackend backend =
      new RecordingBackend(
          (stack, type) -> new StackInstance(stack, "", List.of(), null),
          FrameRetention.of(16, 0),
          new ApplicationCode(List.of()),
          TraceContext::none,
          queue,
          (failure, type, hook) -> {});

  @Test
  void holdsNoMoreThanItsWeight() {
    List<ConnectionRecord> ended = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      ended.add(endBadly());
    }
    assertThat(ended.stream().mapToLong(ConnectionRecord::weight).sum())
        .as("what waits, and what was dropped and released")
        .isLessThan(MAX_WEIGHT + 1_000 * 1_100);
    assertThat(queue.size()).isBetween(10L, 200L);
    losses.reportAll(0);
    assertThat(told).containsExactly(1_000 - queue.size() + " dropped");
  }

  @Test
  void whatIsTakenOutMakesRoom() {
    for (int i = 0; i < 1_000; i++) {
      endBadly();
    }
    long full = queue.size();
    int taken = 0;
    while (queue.poll() != null) {
      taken++;
    }
    assertThat(taken).isEqualTo((int) full);
    for (int i = 0; i < 1_000; i++) {
      endBadly();
    }
    assertThat(queue.size()).isEqualTo(full);
    queue.wake();
    Optional<ConnectionRecord> first = queue.poll();
    assertThat(first).isPresent();
  }

  /** With as much in it as a hostile client and a deep stack can bring. */
  private ConnectionRecord endBadly() {
    Headers.Collector headers = new Headers.Collector();
    for (int i = 0; i < 50; i++) {
      headers.add("x-header-with-a-long-name-" + i, "");
    }
    Connection connection =
        backend.upgradeRequested(
            new Upgrade("netty", CloseQueueTest.class, Role.SERVER, "/", false, headers.headers()));
    connection.accepted(101, Headers.none());
    connection.failed(FailureOrigin.PARSER, 1002, new IllegalStateException("not a frame"));
    connection.ended();
    return (ConnectionRecord) connection;
  }
}
