// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExporterAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://user:secret@host:4318/v1/traces?token=secret, https://host:4318/v1/traces",
    "https://u:p@ss@host/v1/traces, https://host/v1/traces",
    "https://host/secret@b, https://host/…",
    "https://host?token=secret, https://host",
    "https://host#secret, https://host",
    "https://host/v1/0123456789secret/traces, https://host/v1/…/traces",
    "https://host/otlp/v1/traces/, https://host/otlp/v1/traces/",
    "user:secret@host:1, host:1",
    "http://[::1]:4318, http://[::1]:4318",
    "http://localhost:4317, http://localhost:4317",
    "https://, https://"
  })
  void showsNoCredentials(String endpoint, String shown) {
    assertThat(ExporterAddress.shown(endpoint)).isEqualTo(shown);
  }

  @Test
  void complaintsLoseWhatTheyQuote() {
    assertThat(
            ExporterAddress.withoutValues(
                "OTLP endpoint must be a valid URL: https://u:p@ss@host/secret"))
        .isEqualTo("OTLP endpoint must be a valid URL: …");
    assertThat(ExporterAddress.withoutValues("Invalid map property: h=secret, a=secret"))
        .isEqualTo("Invalid map property: h=…");
  }
}
