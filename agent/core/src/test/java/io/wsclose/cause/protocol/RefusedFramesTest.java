// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.protocol;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class RefusedFramesTest {

  @Test
  void badUtf8() {
    Verdict.of(refused(1007, new IllegalStateException("bytes are not UTF-8")))
        .is(Cause.PROTOCOL_INVALID_UTF8, Confidence.CERTAIN)
        .says("not valid UTF-8");
  }

  @Test
  void saysOnceThatTextIsNotUtf8() {
    Verdict.of(refused(1007, new IllegalStateException()).closeSent(5.1, 1007, "Invalid UTF-8"))
        .is(Cause.PROTOCOL_INVALID_UTF8, Confidence.CERTAIN)
        .says("not valid UTF-8 (status 1007)")
        .doesNotSay("Invalid UTF-8")
        .because("Close frame sent: 1007 \"Invalid UTF-8\"");
    Verdict.of(refused(1007, new IllegalStateException()).closeSent(5.1, 1007, "at byte 3"))
        .says("not valid UTF-8 (status 1007): \"at byte 3\"");
  }

  @Test
  void aBrokenFrame() {
    Verdict.of(refused(1002, new IllegalStateException()).closeSent(5.1, 1002, "unmasked"))
        .is(Cause.PROTOCOL_PEER_VIOLATION, Confidence.CERTAIN)
        .because("Close frame sent: 1002 \"unmasked\"");
  }

  @Test
  void httpInTheStream() {
    Verdict.of(
            refused(1002, new IllegalStateException())
                .add(5.01, FactKind.UNPARSABLE, 0, "looks like HTTP/1.1"))
        .is(Cause.PROTOCOL_PEER_VIOLATION, Confidence.CERTAIN)
        .says("looks like HTTP/1.1")
        .advises("proxy");
  }

  @Test
  void theCodeMayOnlyStandInTheCloseFrame() {
    Verdict.of(refused(0, new IllegalStateException()).closeSent(5.1, 1007, ""))
        .is(Cause.PROTOCOL_INVALID_UTF8, Confidence.CERTAIN);
    Verdict.of(refused(0, new IllegalStateException()).closeSent(5.1, 1009, ""))
        .is(Cause.LOCAL_MESSAGE_TOO_BIG, Confidence.CERTAIN);
  }

  @Test
  void compression() {
    Verdict.of(
            refused(1007, new IllegalStateException(new java.util.zip.DataFormatException()))
                .header("Sec-WebSocket-Extensions", "permessage-deflate")
                .answer("Sec-WebSocket-Extensions", "permessage-deflate"))
        .is(Cause.PROTOCOL_COMPRESSION_ERROR, Confidence.CERTAIN);
    Verdict.of(refused(1007, new IllegalStateException("compressed?")))
        .is(Cause.PROTOCOL_INVALID_UTF8, Confidence.CERTAIN);
  }

  @Test
  void onlyTheStacksOwnCloseFrameSaysIt() {
    Verdict.of(EvidenceBuilder.opened().closeSent(5, 1002, ""))
        .is(Cause.PROTOCOL_PEER_VIOLATION, Confidence.LIKELY)
        .or(Cause.LOCAL_APP_CLOSE);
    Verdict.of(
            EvidenceBuilder.opened()
                .called(5, FactKind.CLOSE_REQUESTED, "com.acme.Chat.strict")
                .closeSent(5, 1002, ""))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN);
  }

  @Test
  void theCloseThatFollowsIsAConsequence() {
    Verdict.of(
            refused(1002, new IllegalStateException())
                .closeSent(5.1, 1002, "")
                .called(5.2, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.A.exceptionCaught")
                .closeSent(5.3, 1000, "Bye")
                .eof(5.4))
        .is(Cause.PROTOCOL_PEER_VIOLATION, Confidence.CERTAIN);
  }

  private static EvidenceBuilder refused(int status, Throwable failure) {
    return EvidenceBuilder.opened().received(4, 1).add(5, FactKind.PARSER_FAILED, status, failure);
  }
}
