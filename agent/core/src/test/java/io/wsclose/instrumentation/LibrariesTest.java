// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.record.StackInstance;
import io.wsclose.stack.Hook;
import io.wsclose.stack.StackProfile;
import io.wsclose.stack.WebSocketStack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which line of a stack a connection belongs to, and what that line says of itself. */
class LibrariesTest {
  private final Line first = new Line("acme-1", "the old limit", "acme.ws.Wheel");
  private final Line second = new Line("acme-2", "the new limit", "acme.ws.Clock");
  private final Libraries libraries =
      new Libraries(List.of(first, second), null, LibrariesTest::nothing);

  private static void nothing() {}

  @Test
  void findsTheProfileOfTheLineAndTheNameOfTheStack() {
    StackInstance library = libraries.libraryOf("acme-2", LibrariesTest.class);

    assertThat(library.name()).isEqualTo("acme");
    assertThat(library.profile().messageSizeSetting()).isEqualTo("the new limit");
    assertThat(libraries.libraryOf("acme-1", LibrariesTest.class).profile().messageSizeSetting())
        .isEqualTo("the old limit");
  }

  @Test
  void knowsTheTimersOfAllStacks() {
    assertThat(libraries.libraryOf("acme-2", LibrariesTest.class).timers())
        .containsExactly("acme.ws.Wheel", "acme.ws.Clock");
  }

  @Test
  void loadsNoProfileBeforeAnEventAsks() {
    StackInstance library = libraries.libraryOf("acme-2", LibrariesTest.class);
    assertThat(second.asked).isZero();

    library.profile();
    library.profile();

    assertThat(second.asked).isEqualTo(1);
    assertThat(first.asked).isZero();
  }

  private static final class Line implements WebSocketStack {
    private final String line;
    private final String limit;
    private final String timer;
    private int asked;

    private Line(String line, String limit, String timer) {
      this.line = line;
      this.limit = limit;
      this.timer = timer;
    }

    @Override
    public String name() {
      return "acme";
    }

    @Override
    public String line() {
      return line;
    }

    @Override
    public List<String> packages() {
      return List.of("acme.ws.");
    }

    @Override
    public List<Hook> hooks() {
      return List.of();
    }

    @Override
    public StackProfile profile() {
      asked++;
      return new StackProfile() {
        @Override
        public String messageSizeSetting() {
          return limit;
        }

        @Override
        public List<String> timers() {
          return List.of(timer);
        }
      };
    }
  }
}
