// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedClientTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=192.0.2.60;proto=http;by=203.0.113.43 | '' | 192.0.2.60",
        "For=\"[2001:db8:cafe::17]:4711\" | '' | 2001:db8:cafe::17",
        "proto=https;for=192.0.2.43:47011, for=198.51.100.17 | '' | 192.0.2.43",
        "'' | 203.0.113.7, 10.0.0.1 | 203.0.113.7",
        "'' | 203.0.113.7:51000 | 203.0.113.7",
        "'' | 2001:db8::1 | 2001:db8::1",
        "'' | ::1 | ::1",
        "for=unknown | '' | ''",
        "for=_hidden | '' | ''",
        "'' | <script>alert(1)</script> | ''",
        "for=\"[broken | '' | ''",
        "'' | '' | ''"
      })
  void findsTheFirstClient(String forwarded, String forwardedFor, String client) {
    assertThat(ForwardedClient.of(forwarded, forwardedFor)).isEqualTo(client);
  }
}
