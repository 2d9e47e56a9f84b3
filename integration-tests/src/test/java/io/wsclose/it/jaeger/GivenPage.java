// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Jaeger's built web page that the environment names. It is a project of its own; a Jaeger built
 * from its Go module has a placeholder in its place.
 */
final class GivenPage {
  static final String VARIABLE = "WSCLOSE_JAEGER_PAGE";

  private GivenPage() {}

  /** Throws if there is no page in what is given. */
  static Optional<Path> find() {
    String value = System.getenv().getOrDefault(VARIABLE, "");
    if (value.isBlank()) {
      return Optional.empty();
    }
    Path folder = Path.of(value).toAbsolutePath();
    if (!Files.isRegularFile(folder.resolve("index.html"))) {
      throw new AssertionError(
          "no index.html in "
              + VARIABLE
              + "='"
              + value
              + "': allowed is the folder of Jaeger's built web page, or nothing");
    }
    return Optional.of(folder);
  }
}
