package io.wsclose.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on the close event names what is in it, all of that, and nothing else. */
class ReferencePageTest {
  private static final Pattern NAME =
      Pattern.compile(
          "`((?:websocket|network|url|http|error|exception|client|server|user_agent)\\.[a-z_.]+)`");

  @Test
  void namesEveryAttributeAndNoOther() throws IOException {
    Set<String> attributes =
        Arrays.stream(EventAttributes.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(ReferencePageTest::value)
            .filter(name -> name.contains("."))
            .collect(Collectors.toSet());

    assertThat(named(page().split("## Causes")[0])).isEqualTo(attributes);
  }

  @Test
  void namesEveryCauseWithItsInitiator() throws IOException {
    for (Cause cause : Cause.values()) {
      assertThat(page())
          .contains(
              "| `"
                  + cause.id()
                  + "` | "
                  + cause.initiator().name().toLowerCase(Locale.ROOT)
                  + " | "
                  + (cause.isError(1000) ? "error" : "unset"));
    }
  }

  private static Set<String> named(String text) {
    return NAME.matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static String value(Field field) {
    try {
      return String.valueOf(field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "..", "docs", "close-event.md"));
  }
}
