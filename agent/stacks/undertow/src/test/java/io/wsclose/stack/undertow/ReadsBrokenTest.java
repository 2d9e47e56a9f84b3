// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.websockets.core.WebSocketException;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.stack.RecordedFailures;
import java.io.IOException;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class ReadsBrokenTest {
  private final Object key = new Object();
  private final ConnectionRecord record = RecordedFailures.open(key);

  @Test
  void whatThisJvmThrewIsNotThePeersViolation() throws IOException {
    assertThat(failed(new OutOfMemoryError("direct memory"))).isEqualTo("APPLICATION_FAILED 0");
    assertThat(failed(new NullPointerException())).isEqualTo("APPLICATION_FAILED 0");
  }

  @Test
  void whatUndertowRefusesIs() throws IOException {
    assertThat(failed(new WebSocketException("UT002005"))).isEqualTo("PARSER_FAILED 1002");
    assertThat(failed(new IOException("UT002044", new DataFormatException())))
        .isEqualTo("PARSER_FAILED 1007");
  }

  private String failed(Throwable failure) throws IOException {
    ReadsBroken.enter(null, key, 0, failure);
    return RecordedFailures.last(record);
  }
}
