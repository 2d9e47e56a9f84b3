// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
