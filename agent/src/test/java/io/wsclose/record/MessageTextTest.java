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
  void aQueryThatIsCutStaysHidden() {
    assertThat(MessageText.bounded("/chat?token=secretsecretsecret", 15)).isEqualTo("/chat");
  }
}
