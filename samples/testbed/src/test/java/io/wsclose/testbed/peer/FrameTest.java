// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
  /** The examples of RFC 6455 section 5.7. */
  @Test
  void encodesTheExamplesOfTheStandard() {
    assertThat(hex(Frame.text("Hello").unmasked())).isEqualTo("810548656c6c6f");
    assertThat(hex(Frame.text("Hello"))).isEqualTo("818537fa213d7f9f4d5158");
    assertThat(hex(Frame.text("Hel").unmasked().notFinal())).isEqualTo("010348656c");
  }

  @Test
  void aCloseFrameHasCodeAndReason() {
    Frame close = Frame.close(4001, "kicked");

    assertThat(close.code()).isEqualTo(4001);
    assertThat(close.reason()).isEqualTo("kicked");
    assertThat(Frame.emptyClose().code()).isEqualTo(1005);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 65_535, 65_536})
  void readsWhatItWrites(int length) throws IOException {
    Frame frame = Frame.of(Frame.BINARY, new byte[length]).withRsv(5);

    Frame read = Frame.read(new DataInputStream(new ByteArrayInputStream(frame.encoded())));

    assertThat(read).usingRecursiveComparison().isEqualTo(frame);
  }

  private static String hex(Frame frame) {
    return HexFormat.of().formatHex(frame.encoded());
  }
}
