// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.tls;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TlsTest {

  @Test
  void plaintextOnATlsPort() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .tlsFailed(0.1, new SSLException("Unsupported or unrecognized SSL message")))
        .is(Cause.TLS_HANDSHAKE_FAILED, Confidence.CERTAIN)
        .says("plaintext");
  }

  @Test
  void untrustedAndVersion() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .tlsFailed(
                    0.1, new SSLHandshakeException("Received fatal alert: certificate_unknown")))
        .is(Cause.TLS_HANDSHAKE_FAILED, Confidence.CERTAIN)
        .says("not trusted")
        .because("alert certificate_unknown");
    Verdict.of(
            EvidenceBuilder.attempt()
                .tlsFailed(
                    0.1,
                    new SSLHandshakeException(
                        "The client supported protocol versions [TLSv1.2] are not accepted")))
        .is(Cause.TLS_HANDSHAKE_FAILED, Confidence.CERTAIN)
        .says("no TLS version");
  }

  @Test
  void leftDuringTheHandshakeIsATlsFailureNotAClientGone() {
    SSLHandshakeException left = new SSLHandshakeException("Remote host terminated the handshake");
    left.initCause(new java.io.EOFException("SSL peer shut down incorrectly"));
    Verdict.of(EvidenceBuilder.attempt().tlsFailed(0.1, left))
        .is(Cause.TLS_HANDSHAKE_FAILED, Confidence.CERTAIN)
        .says("left in the middle");
  }

  @Test
  void fatalAlertAfterOpening() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .tlsFailed(20, new SSLException("Received fatal alert: bad_record_mac"))
                .eof(20.1))
        .is(Cause.TLS_FATAL_ALERT, Confidence.CERTAIN)
        .says("20.0 s after opening", "alert bad_record_mac");
  }

  @Test
  void aMissingCloseNotifyIsOnlyAnEof() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .tlsFailed(
                    5, new SSLException("closing inbound before receiving peer's close_notify")))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE);
  }
}
