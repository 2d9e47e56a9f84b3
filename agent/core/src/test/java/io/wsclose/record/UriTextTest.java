// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriTextTest {
  @ParameterizedTest
  @CsvSource({
    "https://chat.example, https://chat.example",
    "https://chat.example:8443/login?token=secret, https://chat.example:8443",
    "https://user:secret@host/a, https://host",
    "https://user:sec@ret@host, https://host",
    "https://host?token=secret@x, https://host",
    "https://host#secret, https://host",
    "host:8080, host:8080",
    "host/?token=secret, host",
    "user:secret@host:1, host:1",
    "http://[::1]:4318/x, http://[::1]:4318",
    "null, null",
    "https://, https://",
    "'', ''"
  })
  void originIsSchemeHostAndPort(String uri, String origin) {
    assertThat(UriText.origin(uri)).isEqualTo(origin);
  }
}
