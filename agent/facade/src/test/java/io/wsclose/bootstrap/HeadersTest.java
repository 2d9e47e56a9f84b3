// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void aNameThatIsRepeatedIsBoundedAsAWhole() {
    Headers.Collector collector = new Headers.Collector();
    for (int i = 0; i < 99; i++) {
      collector.add("X-Forwarded-For", "x".repeat(400));
      collector.add("Sec-WebSocket-Protocol", "y".repeat(2_000));
    }
    Headers headers = collector.headers();
    assertThat(headers.value("x-forwarded-for")).hasSize(1024);
    assertThat(headers.subprotocols()).hasSize(2048);
  }

  @Test
  void aHostileRequestHasABoundedWeight() {
    Headers.Collector collector = new Headers.Collector();
    for (int i = 0; i < 1_000; i++) {
      collector.add(i + "n".repeat(1_000), "v".repeat(10_000));
    }
    for (String name : List.of("via", "host", "origin", "forwarded")) {
      collector.add(name, "v".repeat(10_000));
    }
    assertThat(collector.headers().weight()).isBetween(10_000, 40_000);
  }

  private static final String SECRET = "s3cr3t-token";

  @Test
  void nothingSecretIsReachable() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("Host", "chat.example");
    entries.put("Cookie", "sid=" + SECRET);
    entries.put("Authorization", "Bearer " + SECRET);
    entries.put("Proxy-Authorization", SECRET);
    entries.put("X-Api-Key", SECRET);
    entries.put("X-Amzn-Trace-Id", SECRET);
    entries.put("Sec-WebSocket-Protocol", SECRET);
    Headers headers = Headers.of(entries.entrySet());
    headers.forgetOffers();
    for (String name : headers.names()) {
      assertThat(headers.value(name)).doesNotContain(SECRET);
    }
    for (Field field : Headers.class.getDeclaredFields()) {
      field.setAccessible(true);
      assertThat(String.valueOf(field.get(headers))).as(field.getName()).doesNotContain(SECRET);
    }
    assertThat(headers.has("cookie")).isTrue();
    assertThat(headers.value("host")).isEqualTo("chat.example");
  }

  @Test
  void namesAreCaseInsensitiveAndRepeatedFieldsAreJoined() {
    Headers headers =
        Headers.of(
            List.of(
                Map.entry("VIA", "1.1 a"),
                Map.entry("Via", "1.1 b"),
                Map.entry("Sec-WebSocket-Protocol", "x"),
                Map.entry("sec-websocket-protocol", "y")));
    assertThat(headers.value("via")).isEqualTo("1.1 a, 1.1 b");
    assertThat(headers.subprotocols()).isEqualTo("x, y");
  }

  @Test
  void everythingIsBounded() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append('a');
    }
    Headers headers = Headers.of(Map.of("User-Agent", text.toString()).entrySet());
    assertThat(headers.value("user-agent").length()).isLessThanOrEqualTo(512);
  }

  @Test
  void aWellFormedKeyIs16BytesInBase64() {
    assertThat(key("dGhlIHNhbXBsZSBub25jZQ==").hasWellFormedKey()).isTrue();
    assertThat(key("dGhlIHNhbXBsZSBub25jZQ").hasWellFormedKey()).isFalse();
    assertThat(Headers.none().hasWellFormedKey()).isFalse();
  }

  private static Headers key(String value) {
    return Headers.of(Map.of("Sec-WebSocket-Key", value).entrySet());
  }
}
