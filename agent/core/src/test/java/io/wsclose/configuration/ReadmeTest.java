// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void itsTableOfOptionsIsTheEnum() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "README.md"))).contains(table());
  }

  private static String table() {
    return Option.all().stream()
        .map(
            option ->
                String.format(
                    "| `%s` | %s | %s | %s |",
                    option.key(),
                    option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "`",
                    option.allowed().replace("|", "\\|"),
                    option.help()))
        .collect(Collectors.joining("\n"));
  }
}
