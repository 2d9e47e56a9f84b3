// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
  @ParameterizedTest
  @CsvSource({
    "example.com,        example.com, 443",
    "example.com:8443,   example.com, 8443",
    "[2001:db8::1]:9000, 2001:db8::1, 9000",
    "[2001:db8::1],      2001:db8::1, 443",
    "example.com:,       example.com, 0",
    "example.com:9x,     example.com, 0",
    "'',                 '',          443"
  })
  void tellsHostFromPort(String header, String host, int port) {
    Authority authority = Authority.parse(header, 443);
    assertThat(authority.host()).isEqualTo(host);
    assertThat(authority.port()).isEqualTo(port);
  }
}
