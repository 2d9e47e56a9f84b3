// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.record.Evidence;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.Fact;
import io.wsclose.record.SocketEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SocketSignsTest {
  @Test
  void theFirstSocketEventIsNotOurOwnClose() {
    Evidence evidence =
        EvidenceBuilder.opened()
            .failed(5, SocketOperation.WRITE, new java.nio.channels.ClosedChannelException())
            .failed(6, SocketOperation.WRITE, new IOException("Broken pipe"))
            .build();
    assertThat(SocketSigns.first(evidence).flatMap(Fact::socketEvent))
        .contains(SocketEvent.BROKEN_PIPE);
  }

  @Test
  void aBrokenPipeIsTheShadowOfTheResetThatFollows() {
    Evidence evidence =
        EvidenceBuilder.opened()
            .failed(5, SocketOperation.WRITE, new IOException("Broken pipe"))
            .failed(5.5, SocketOperation.READ, new IOException("Connection reset by peer"))
            .build();
    assertThat(SocketSigns.first(evidence).flatMap(Fact::socketEvent)).contains(SocketEvent.RESET);
  }

  @Test
  void anEndOfStreamIsTheShadowOfAResetThatAWriteMetButNotOfOneThatARead() {
    assertThat(behindEof(SocketOperation.WRITE, "Connection reset by peer")).isTrue();
    assertThat(behindEof(SocketOperation.READ, "Connection reset by peer")).isFalse();
    assertThat(behindEof(SocketOperation.WRITE, "forcibly closed by the remote host")).isFalse();
  }

  private static boolean behindEof(SocketOperation operation, String message) {
    Evidence evidence =
        EvidenceBuilder.opened().eof(5).failed(5.5, operation, new IOException(message)).build();
    return SocketSigns.failureBehind(evidence.firstSign().get(), evidence).isPresent();
  }
}
