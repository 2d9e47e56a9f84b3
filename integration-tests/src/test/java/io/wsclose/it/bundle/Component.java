// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A row of the table of third-party software inside the agent's jar.
 *
 * @param prefix where its classes are below {@code inst/}
 * @param license as an SPDX identifier
 * @param text the file with the license text, below {@code META-INF/}
 */
record Component(String prefix, String name, String copyright, String license, String text) {
  private static final String TABLE = "META-INF/licenses/components.tsv";

  static List<Component> in(JarFile jar) throws IOException {
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                jar.getInputStream(jar.getEntry(TABLE)), StandardCharsets.UTF_8))) {
      return table.lines().filter(line -> !line.startsWith("#")).map(Component::of).toList();
    }
  }

  private static Component of(String line) {
    String[] cells = line.split("\t");
    if (cells.length != 5) {
      throw new IllegalArgumentException("expected five cells: " + line);
    }
    return new Component(cells[0], cells[1], cells[2], cells[3], cells[4]);
  }
}
