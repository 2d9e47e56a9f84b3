// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Initiator;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on the close event names what is in it, all of that, and nothing else. */
class ReferencePageTest {
  private static final Pattern NAME =
      Pattern.compile(
          "`((?:websocket|network|url|http|error|exception|client|server|user_agent)\\.[a-z_.]+)`");

  private static final Pattern CAUSE = Pattern.compile("`([a-z_]+\\.[a-z_]+)`");

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
                  + cause.initiator(Role.SERVER).id()
                  + " | "
                  + (cause.isError(1000) ? "error" : "unset"));
    }
  }

  @Test
  void namesTheCausesThatHaveAnotherInitiatorInTheClientRole() throws IOException {
    String paragraph = page().split("In the client role, ")[1].split("\n\n")[0];
    String[] byPeerThenByNetwork = paragraph.split("by the peer there");

    assertThat(causes(cause -> cause.initiator(Role.CLIENT) == Initiator.PEER))
        .containsAll(causes(byPeerThenByNetwork[0]));
    assertThat(causes(cause -> cause.initiator(Role.CLIENT) == Initiator.NETWORK))
        .containsAll(causes(byPeerThenByNetwork[1]));
    assertThat(causes(paragraph))
        .containsAll(causes(cause -> cause.initiator(Role.CLIENT) != cause.initiator(Role.SERVER)))
        .hasSize(8);
  }

  private static Set<String> causes(Predicate<Cause> which) {
    return Arrays.stream(Cause.values()).filter(which).map(Cause::id).collect(Collectors.toSet());
  }

  private static Set<String> causes(String text) {
    return CAUSE
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
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
