// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The Jaeger that the environment names. */
final class GivenJaeger {
  static final String VARIABLE = "WSCLOSE_JAEGER";

  private GivenJaeger() {}

  /** Throws if what is given cannot be run: who names one does not want to have it skipped. */
  static Optional<JaegerProgram> find() {
    String value = System.getenv().getOrDefault(VARIABLE, "");
    if (value.isBlank()) {
      return Optional.empty();
    }
    String allowed =
        VARIABLE
            + "='"
            + value
            + "': allowed is the path of the program of Jaeger 2 ('jaeger'), or nothing";
    Path path = Path.of(value).toAbsolutePath();
    if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
      throw new AssertionError("no program at " + allowed);
    }
    return Optional.of(new JaegerProgram.Binary(path, path + " (" + VARIABLE + ")", allowed));
  }
}
