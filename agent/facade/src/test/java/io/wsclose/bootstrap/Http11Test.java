// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Http11Test {
  private final SeenConnection attempt = new SeenConnection();

  @Test
  void switchingProtocolsAccepts() {
    Http11.answered(attempt, 101, Headers.none());
    assertThat(attempt.seen).containsExactly("accepted 101");
  }

  @Test
  void anInterimAnswerSaysNothing() {
    Http11.answered(attempt, 100, Headers.none());
    Http11.answered(attempt, 103, Headers.none());
    assertThat(attempt.seen).isEmpty();
  }

  @Test
  void aSuccessIsARefusalToo() {
    Http11.answered(attempt, 200, Headers.none());
    Http11.answered(attempt, 404, Headers.none());
    assertThat(attempt.seen).containsExactly("refused 200", "refused 404");
  }
}
