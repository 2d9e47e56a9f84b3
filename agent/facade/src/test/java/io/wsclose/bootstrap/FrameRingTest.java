// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameRingTest {
  @Test
  void packsAndUnpacksEveryField() {
    FrameRing ring = new FrameRing(4, false);
    ring.add(123_456_789L, 0xab_cdef, 0x9, true, 0x4, 125);
    ring.add(-5, 0x1ff_ffff, 0xf, false, 0x3, 0xffff_ffffL);
    assertThat(ring.nanos(1)).isEqualTo(123_456_789L);
    assertThat(ring.sequence(1)).isEqualTo(0xab_cdef);
    assertThat(ring.opcode(1)).isEqualTo(0x9);
    assertThat(ring.fin(1)).isTrue();
    assertThat(ring.rsv(1)).isEqualTo(0x4);
    assertThat(ring.length(1)).isEqualTo(125);
    assertThat(ring.nanos(0)).isEqualTo(-5);
    assertThat(ring.sequence(0)).as("24 bits").isEqualTo(0xff_ffff);
    assertThat(ring.opcode(0)).isEqualTo(0xf);
    assertThat(ring.fin(0)).isFalse();
    assertThat(ring.rsv(0)).isEqualTo(0x3);
    assertThat(ring.length(0)).isEqualTo(0xffff_ffffL);
  }

  @Test
  void keepsTheLastAndCountsAll() {
    FrameRing ring = new FrameRing(4, false);
    for (int i = 0; i < 10; i++) {
      ring.add(i, i, 1, true, 0, 100 + i);
    }
    assertThat(ring.frames()).isEqualTo(10);
    assertThat(ring.bytes()).isEqualTo(1045);
    assertThat(ring.kept()).isEqualTo(4);
    assertThat(ring.nanos(0)).isEqualTo(9);
    assertThat(ring.sequence(0)).isEqualTo(9);
    assertThat(ring.sequence(3)).isEqualTo(6);
  }

  @Test
  void aHugeLengthIsCutWhereItIsShownAndExactWhereItIsCounted() {
    FrameRing ring = new FrameRing(2, false);
    ring.add(1, 1, 2, true, 0, 1L << 40);
    assertThat(ring.length(0)).isEqualTo(0xffff_ffffL);
    assertThat(ring.sequence(0)).isEqualTo(1);
    assertThat(ring.bytes()).isEqualTo(1L << 40);
  }

  @Test
  void withoutCapacityItOnlyCounts() {
    FrameRing ring = new FrameRing(0, false);
    ring.add(1, 1, 2, true, 0, 7);
    assertThat(ring.kept()).isZero();
    assertThat(ring.frames()).isEqualTo(1);
    assertThat(ring.bytes()).isEqualTo(7);
  }

  @Test
  void releasedItOnlyCounts() {
    FrameRing ring = new FrameRing(4, true);
    ring.add(1, 1, 1, true, 0, 7);
    ring.preview(new byte[100]);
    assertThat(ring.weight()).isGreaterThan(150);
    ring.release();
    ring.add(2, 2, 1, true, 0, 7);
    ring.preview(new byte[100]);
    assertThat(ring.weight()).isZero();
    assertThat(ring.kept()).isZero();
    assertThat(ring.frames()).isEqualTo(2);
  }

  @Test
  void aControlFrameHasNoPreview() {
    FrameRing ring = new FrameRing(4, true);
    ring.add(1, 1, 0x1, true, 0, 5);
    ring.preview(new byte[] {1});
    ring.add(2, 2, 0x9, true, 0, 5);
    ring.preview(new byte[] {2});
    assertThat(ring.preview(1)).containsExactly(1);
    assertThat(ring.preview(0)).isEmpty();
  }
}
