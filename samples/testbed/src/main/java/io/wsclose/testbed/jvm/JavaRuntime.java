// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java that child JVMs can run on. */
public record JavaRuntime(int version, Path java) {

  /** The one that runs this code. */
  public static JavaRuntime current() {
    return new JavaRuntime(
        Runtime.version().feature(), Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  /**
   * The runtime of this version, if the machine has been told of one: its {@code java} is named by
   * the system property {@code wsclose.java<version>} or the environment variable {@code
   * WSCLOSE_JAVA<version>}.
   */
  public static Optional<JavaRuntime> of(int version) {
    if (version == Runtime.version().feature()) {
      return Optional.of(current());
    }
    String key = "wsclose.java" + version;
    return Stream.of(
            System.getProperty(key, ""),
            System.getenv().getOrDefault(key.replace('.', '_').toUpperCase(Locale.ROOT), ""))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .map(java -> new JavaRuntime(version, java));
  }

  @Override
  public String toString() {
    return "Java " + version;
  }
}
