// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the build has put what child JVMs run. */
public final class Layout {
  private static final Path ROOT = Path.of(System.getProperty("wsclose.root"));

  private Layout() {}

  /** The project's own folder. */
  public static Path root() {
    return ROOT;
  }

  public static Path agent() {
    return Path.of(System.getProperty("wsclose.jar"));
  }

  /** The jars of this module of {@code integration-tests/stacks}. */
  public static List<Path> lib(String module) {
    Path lib = ROOT.resolve("integration-tests/stacks").resolve(module).resolve("target/lib");
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("not built: " + lib, e);
    }
  }

  /** The version of the one jar with this name among those of this module. */
  public static String version(String module, String artifact) {
    Pattern name = Pattern.compile(Pattern.quote(artifact) + "-(\\d[^-]*)\\.jar");
    List<String> versions =
        lib(module).stream()
            .map(jar -> name.matcher(jar.getFileName().toString()))
            .filter(Matcher::matches)
            .map(match -> match.group(1))
            .toList();
    if (versions.size() != 1) {
      throw new IllegalStateException(
          module + " has " + artifact + " in the versions " + versions + ", not in one");
    }
    return versions.get(0);
  }

  /** The service of {@code samples} for this stack, without its libraries. */
  public static Path sample(String stack) {
    return ROOT.resolve("samples").resolve(stack).resolve("target/chat-" + stack + ".jar");
  }

  /** The service with nginx in front of it and Jaeger. */
  public static Path compose() {
    return ROOT.resolve("samples/compose");
  }

  /** The classes of this module, for programs that are part of a test. */
  public static Path testClasses() {
    return ROOT.resolve("integration-tests/target/test-classes");
  }
}
