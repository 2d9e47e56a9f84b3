// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClosePayloadTest {
  @Test
  void readsStatusAndReason() {
    byte[] payload = join(new byte[] {3, (byte) 0xe9}, "tsch\u00fcs");

    assertThat(ClosePayload.code(payload)).isEqualTo(1001);
    assertThat(ClosePayload.reason(payload)).isEqualTo("tsch\u00fcs");
  }

  @Test
  void aFrameWithoutStatusHasNone() {
    assertThat(ClosePayload.code(new byte[0])).isEqualTo(1005);
    assertThat(ClosePayload.code(new byte[1])).isEqualTo(1005);
    assertThat(ClosePayload.reason(new byte[1])).isEmpty();
    assertThat(ClosePayload.reason(new byte[2])).isEmpty();
  }

  private static byte[] join(byte[] status, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = new byte[2 + text.length];
    System.arraycopy(status, 0, payload, 0, 2);
    System.arraycopy(text, 0, payload, 2, text.length);
    return payload;
  }
}
