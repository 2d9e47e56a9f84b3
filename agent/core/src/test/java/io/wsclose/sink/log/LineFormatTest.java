// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.event.SampleEvents;
import org.junit.jupiter.api.Test;

class LineFormatTest {
  @Test
  void isOneLineWithAllThatIsKnown() {
    assertThat(LineFormat.of(SampleEvents.of(Cause.PROXY_IDLE_TIMEOUT), "4bf9"))
        .isEqualTo(
            "websocket closed 1006 proxy.idle_timeout (likely) /chat peer=10.0.3.7:41822"
                + " age=121.0s idle=60.0s frames=1/1 id=7f3a-12 trace=4bf9 : summary of"
                + " proxy.idle_timeout. hint for proxy.idle_timeout");
  }

  @Test
  void leavesOutWhatHasNoValue() {
    assertThat(LineFormat.of(SampleEvents.refused(), ""))
        .isEqualTo(
            "websocket closed 1006 handshake.auth_rejected (likely) /chat peer=10.0.3.7:41822"
                + " age=0.0s id=7f3a-12 : summary of handshake.auth_rejected. hint for"
                + " handshake.auth_rejected");
  }

  @Test
  void nothingFromOutsideBreaksTheLine() {
    assertThat(Escapes.escaped("a\r\nb\tc\u001b[2Jd\u2028e\u202ef\u0085{}é", 99))
        .isEqualTo("a\\r\\nb\\tc\\u001b[2Jd\\u2028e\\u202ef\\u0085{}é");
    assertThat(Escapes.escaped("xxxx", 3)).isEqualTo("xxx");
  }

  @Test
  void nothingFromOutsideIsLookedUpByLog4j() {
    assertThat(Escapes.escaped("/${jndi:ldap://h/x} $1 ${${::-j}ndi}$", 99))
        .isEqualTo("/\\u0024{jndi:ldap://h/x} $1 \\u0024{\\u0024{::-j}ndi}$");
  }
}
