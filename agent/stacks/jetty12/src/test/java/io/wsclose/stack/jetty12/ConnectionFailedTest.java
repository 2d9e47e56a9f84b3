// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.record.ConnectionRecord;
import io.wsclose.stack.RecordedFailures;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.ProtocolException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.junit.jupiter.api.Test;

class ConnectionFailedTest {
  private final Object session = new Object();
  private final ConnectionRecord record = RecordedFailures.open(session);

  @Test
  void whatThisJvmThrewIsNotThePeersViolation() {
    assertThat(failed(new WebSocketException(new OutOfMemoryError())))
        .isEqualTo("APPLICATION_FAILED 0");
    assertThat(failed(new NullPointerException())).isEqualTo("APPLICATION_FAILED 0");
    assertThat(record.evidence().failures())
        .extracting("type")
        .containsExactly("java.lang.OutOfMemoryError", "java.lang.NullPointerException");
  }

  @Test
  void whatJettyRefusesIs() {
    assertThat(failed(new ProtocolException("reserved bit"))).isEqualTo("PARSER_FAILED 1002");
    assertThat(failed(new BadPayloadException("UTF-8"))).isEqualTo("PARSER_FAILED 1007");
  }

  private String failed(Throwable failure) {
    ConnectionFailed.enter(session, failure);
    return RecordedFailures.last(record);
  }
}
