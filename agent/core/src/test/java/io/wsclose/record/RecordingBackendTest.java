// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecordingBackendTest implements RecordingBackend.LibraryLookup, RecordListener {
  private final List<ConnectionRecord> ends = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final AtomicInteger dropped = new AtomicInteger();
  private final RecordingBackend backend =
      new RecordingBackend(
          this,
          FrameRetention.of(4, 0),
          new ApplicationCode(List.of()),
          TraceContext::none,
          this,
          (failure, type, hook) -> {});

  @Test
  void aForwardedWebSocketLeavesNoEvent() {
    Connection connection = opened();
    connection.transport().endOfStream();
    connection.transport().closeRequested(new Throwable());
    connection.ended();

    assertThat(ends).isEmpty();
    assertThat(unread).containsExactly("netty");
    assertThat(backend.openCount()).isZero();
  }

  @Test
  void aForwardedWebSocketIsNotCountedAmongTheOpenOnes() {
    opened();
    assertThat(backend.open()).hasSize(1).noneMatch(ConnectionRecord::isOpen);
  }

  @Test
  void aClientThatIsGoneBeforeItsFirstFrameLeavesAnEvent() {
    Connection connection = opened();
    connection.codecInPlace();
    assertThat(backend.open()).allMatch(ConnectionRecord::isOpen);
    connection.transport().endOfStream();
    connection.ended();

    assertThat(ends).hasSize(1);
    assertThat(unread).isEmpty();
  }

  @Test
  void frameWithoutAnyOtherSignOfACodecLeavesAnEvent() {
    Connection connection = opened();
    connection.frameSent(0x1, true, 0, 5);
    connection.ended();
    assertThat(ends).hasSize(1);
  }

  @Test
  void whatTheParserRefusesLeavesAnEvent() {
    Connection connection = opened();
    connection.failed(FailureOrigin.PARSER, 1002, new IllegalStateException());
    connection.ended();
    assertThat(ends).hasSize(1);
  }

  @Test
  void applicationCodeThatThrowsBeforeTheFirstFrameLeavesAnEvent() {
    Connection connection = opened();
    connection.failed(FailureOrigin.APPLICATION, 0, new IllegalStateException());
    connection.ended();
    assertThat(ends).hasSize(1);
  }

  @Test
  void aRefusedAttemptLeavesAnEvent() {
    backend.upgradeRequested(upgrade()).refused(502, Headers.none());
    assertThat(ends).hasSize(1);
  }

  @Test
  void recordsABoundedNumberOfPipelinedAttemptsAndCountsTheRest() {
    List<Connection> attempts = new ArrayList<>();
    for (int i = 0; i < RecordingBackend.MAX_PIPELINED; i++) {
      attempts.add(backend.pipelined(upgrade()));
    }
    assertThat(attempts).doesNotContainNull();
    assertThat(backend.pipelined(upgrade())).isNull();
    assertThat(dropped).hasValue(1);

    attempts.get(0).refused(404, Headers.none());
    attempts.get(1).abandoned();
    assertThat(ends).hasSize(2);
    assertThat(backend.pipelined(upgrade())).isNotNull();
    assertThat(backend.pipelined(upgrade())).isNotNull();
    assertThat(backend.pipelined(upgrade())).isNull();
    assertThat(backend.openCount()).isEqualTo(RecordingBackend.MAX_PIPELINED);
  }

  @Test
  void anAbandonedAttemptSaysSo() {
    Connection connection = backend.upgradeRequested(upgrade());
    connection.abandoned();
    connection.abandoned();

    assertThat(ends).hasSize(1);
    assertThat(ends.get(0).evidence().facts())
        .extracting(Fact::kind)
        .containsExactly(FactKind.ABANDONED);
  }

  private Connection opened() {
    Connection connection = backend.upgradeRequested(upgrade());
    connection.accepted(101, Headers.none());
    return connection;
  }

  private static Upgrade upgrade() {
    return new Upgrade("netty", Object.class, Role.SERVER, "/", false, Headers.none());
  }

  @Override
  public StackInstance libraryOf(String stack, Class<?> type) {
    return new StackInstance(stack, "", List.of(), null);
  }

  @Override
  public void unread(StackInstance library) {
    unread.add(library.name());
  }

  @Override
  public void ended(ConnectionRecord record) {
    ends.add(record);
  }

  @Override
  public void dropped() {
    dropped.incrementAndGet();
  }
}
