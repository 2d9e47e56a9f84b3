// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseReceivedTest {

  @ParameterizedTest
  @ValueSource(ints = {1000, 1005, 3000, 3999, 4000, 4999})
  void clean(int code) {
    Verdict verdict =
        Verdict.of(EvidenceBuilder.opened().received(1, 1).closeReceived(9, code, ""))
            .is(Cause.PEER_CLEAN_CLOSE, Confidence.CERTAIN)
            .says(code == 1005 ? "no status code" : "" + code);
    assertThat(verdict.finding().cause().isError(code)).isFalse();
  }

  @Test
  void theReasonIsShownInFull() {
    Verdict.of(EvidenceBuilder.opened().closeReceived(9, 4001, "kicked by \"admin\""))
        .because("Close frame received: 4001 \"kicked by \"admin\"\"");
  }

  @Test
  void goingAway() {
    Verdict.of(EvidenceBuilder.opened().closeReceived(9, 1001, ""))
        .is(Cause.PEER_GOING_AWAY, Confidence.CERTAIN)
        .says("page was left");
    Verdict.of(EvidenceBuilder.clientOpened().closeReceived(9, 1001, ""))
        .is(Cause.PEER_GOING_AWAY, Confidence.CERTAIN)
        .says("The server went away");
  }

  @ParameterizedTest
  @ValueSource(ints = {1008, 1011, 1012, 1013, 1014})
  void serverStatus(int code) {
    Verdict verdict =
        Verdict.of(EvidenceBuilder.clientOpened().closeReceived(9, code, "x"))
            .is(Cause.PEER_SERVER_STATUS, Confidence.CERTAIN);
    assertThat(verdict.finding().cause().isError(code)).isEqualTo(code != 1012);
  }

  @ParameterizedTest
  @ValueSource(ints = {1002, 1003, 1007, 1009, 1010})
  void refusedWhatWeSent(int code) {
    Verdict.of(EvidenceBuilder.opened().sent(8, 2).closeReceived(9, code, ""))
        .is(Cause.PROTOCOL_PEER_REJECTED_US, Confidence.CERTAIN)
        .because("last frame sent: binary, 10 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1004, 1006, 1015, 1016, 2999, 5000})
  void codesThatMustNotBeSent(int code) {
    Verdict.of(EvidenceBuilder.opened().closeReceived(9, code, ""))
        .is(Cause.PROTOCOL_PEER_VIOLATION, Confidence.CERTAIN)
        .says("must not be sent");
  }

  @Test
  void theEchoAndWhatFollowsAreConsequences() {
    Verdict.of(
            EvidenceBuilder.opened()
                .closeReceived(9, 1000, "")
                .add(9.01, FactKind.CLOSE_REQUESTED)
                .closeSent(9.02, 1000, "")
                .add(9.03, FactKind.TRANSPORT_CLOSE_REQUESTED)
                .reset(9.04))
        .is(Cause.PEER_CLEAN_CLOSE, Confidence.CERTAIN);
  }

  @Test
  void aClientThatSendsAServersCode() {
    Verdict.of(EvidenceBuilder.opened().closeReceived(9, 1011, "no memory"))
        .is(Cause.PEER_SERVER_STATUS, Confidence.CERTAIN)
        .says("The client closed after 9.0 s with 1011", "here the client sent it")
        .advises("The reason lies with the client");
    Verdict.of(EvidenceBuilder.clientOpened().closeReceived(9, 1011, ""))
        .doesNotSay("here the client sent it");
  }
}
