// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {
  @ParameterizedTest
  @CsvSource({"HTTP/1.1, 1.1", "HTTP/1.0, 1.0", "HTTP/7.3, ''", "GARBAGE, ''", ", ''"})
  void keepsVersionsThatExist(String protocol, String version) {
    Upgrade upgrade = new Upgrade("stack", Upgrade.class, Role.SERVER, "/", false, Headers.none());

    assertThat(upgrade.over(protocol).httpVersion()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "/chat, /chat",
    "/chat?token=secret, /chat",
    "/chat;jsessionid=secret, /chat",
    "/a;x=secret/b;y=secret?z=secret, /a/b",
    "/chat#secret, /chat",
    "ws://host:8080/chat?token=secret, /chat",
    "wss://user:secret@host/chat, /chat",
    "wss://host, /",
    "wss://host?token=/secret, /",
    "wss://host#/secret, /",
    "?u=ws://h/secret, ''",
    "/?u=ws://h/secret, /",
    "/?u=ws://h/secret?x=wss://h/secret, /",
    "/a?b=wss://h/secret, /a",
    "/a://b/c?token=secret, /a://b/c",
    "/chat%3Ftoken=secret, /chat",
    "/chat%3ftoken=secret, /chat",
    "/chat%23secret, /chat",
    "/100%25, /100%25",
    "*, *"
  })
  void theTargetLosesQueryParametersAndAuthority(String target, String path) {
    assertThat(Upgrade.pathOf(target)).isEqualTo(path);
  }

  @Test
  void isBoundedAndNeverNull() {
    assertThat(Upgrade.pathOf(null)).isEmpty();
    assertThat(Upgrade.pathOf("/" + "a".repeat(9_999))).hasSize(512);
  }
}
