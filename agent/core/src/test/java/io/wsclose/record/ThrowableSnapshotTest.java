// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrowableSnapshotTest {
  @Test
  void copiesTypeMessageFramesAndCauses() {
    ThrowableSnapshot snapshot =
        ThrowableSnapshot.of(new IllegalStateException("outer", new RuntimeException("inner")));
    assertThat(snapshot).hasToString("java.lang.IllegalStateException: outer");
    assertThat(snapshot.simpleType()).isEqualTo("IllegalStateException");
    assertThat(snapshot.frames().get(0).getMethodName())
        .isEqualTo("copiesTypeMessageFramesAndCauses");
    assertThat(snapshot.chain())
        .extracting(ThrowableSnapshot::message)
        .containsExactly("outer", "inner");
  }

  @Test
  void aCyclicChainEnds() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException two = new RuntimeException("two", one);
    one.initCause(two);
    assertThat(ThrowableSnapshot.of(one).chain())
        .extracting(ThrowableSnapshot::message)
        .containsExactly("one", "two");
  }

  @Test
  void aLongChainIsCut() {
    Throwable chain = new RuntimeException("0");
    for (int i = 1; i < 50; i++) {
      chain = new RuntimeException("" + i, chain);
    }
    assertThat(ThrowableSnapshot.of(chain).causes()).hasSize(8);
  }

  @Test
  void applicationCodeInTheExceptionMayThrow() {
    ThrowableSnapshot snapshot = ThrowableSnapshot.of(new Hostile());
    assertThat(snapshot.type()).endsWith("Hostile");
    assertThat(snapshot.message()).isEmpty();
    assertThat(snapshot.frames()).isEmpty();
    assertThat(snapshot.causes()).isEmpty();
  }

  @Test
  void theMessageIsBounded() {
    assertThat(ThrowableSnapshot.of(new RuntimeException("x".repeat(10_000))).message())
        .hasSize(513);
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new StackOverflowError("on purpose");
    }
  }
}
