// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folder {
  private Folder() {}

  /** Copies contents only: what is read-only in {@code from} can be changed in {@code to}. */
  static void copy(Path from, Path to) throws IOException {
    for (Path source : walk(from)) {
      Path target = to.resolve(from.relativize(source).toString());
      if (Files.isDirectory(source)) {
        Files.createDirectories(target);
      } else {
        try (InputStream content = Files.newInputStream(source)) {
          Files.copy(content, target);
        }
      }
    }
  }

  /** As far as it can be deleted: what is left in a temporary folder is no fault. */
  static void delete(Path folder) {
    try {
      for (Path path : walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // somebody still writes there
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }
}
