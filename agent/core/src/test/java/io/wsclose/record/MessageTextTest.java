// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /chat?token=secret failed | GET /chat failed",
        "for ws://host/a?x=1&y=2, status 404 | for ws://host/a status 404",
        "wss://user:secret@host/a?b | wss://host/a",
        "chat?token=secret refused | chat refused",
        "/a;jsessionid=secret/b?c=d | /a/b",
        "'/a?b=secret' | '/a'",
        "what? why? | what? why?",
        "wss://user:sec@ret@host/a | wss://host/a",
        "wss://user:secret@host | wss://host",
        "at https://host/cb#access_token=secret now | at https://host/cb now",
        "https://host#secret | https://host",
        "cb#access_token=secret | cb",
        "https://host?token=secret | https://host",
        "/redirect%3Ftoken=secret | /redirect",
        "Chat#onMessage failed | Chat#onMessage failed",
        "100% of #5 | 100% of #5",
        "a//b | a//b",
        "'{\"u\":\"ws://u:secret@h/a?b=secret\"}' | '{\"u\":\"ws://h/a\"}'",
        "Connection reset | Connection reset"
      })
  void urisLoseWhereTokensTravel(String text, String shown) {
    assertThat(MessageText.bounded(text, 500)).isEqualTo(shown);
  }

  @Test
  void isBoundedAndCutsNoSurrogatePairInTwo() {
    assertThat(MessageText.bounded("abc", 3)).isEqualTo("abc");
    assertThat(MessageText.bounded("abcd", 3)).isEqualTo("abc…");
    assertThat(MessageText.bounded("ab😀cd", 3)).isEqualTo("ab…");
  }

  @Test
  void userInformationThatIsCutStaysHidden() {
    String text = "no route to ws://user:secretsecretsecret@host/chat";
    for (int limit = 0; limit < text.length(); limit++) {
      assertThat(MessageText.bounded(text, limit)).doesNotContain("user", "secret");
    }
    assertThat(MessageText.bounded("a ws://user:secret" + "x".repeat(9_999) + "@host/", 100))
        .isEqualTo("a ws:…");
  }

  @Test
  void aLongWordIsShownAsFarAsItMay() {
    assertThat(MessageText.bounded("x".repeat(9_999), 10)).isEqualTo("xxxxxxxxxx…");
    assertThat(MessageText.bounded("/x;".repeat(999_999), 10)).isEqualTo("/x/x/x/x/x…");
  }

  @Test
  void aQueryThatIsCutStaysHidden() {
    assertThat(MessageText.bounded("/chat?token=secretsecretsecret", 15)).isEqualTo("/chat");
  }
}
