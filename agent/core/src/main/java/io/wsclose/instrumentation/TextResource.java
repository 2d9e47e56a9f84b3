// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text file in the agent's jar. */
final class TextResource {
  private TextResource() {}

  /** The lines without comments, which begin with a hash, and without blank ones. */
  static List<String> lines(ClassLoader loader, String path) throws IOException {
    InputStream in = loader.getResourceAsStream(path);
    if (in == null) {
      throw new FileNotFoundException(path);
    }
    List<String> found = new ArrayList<String>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).trim();
        if (!text.isEmpty()) {
          found.add(text);
        }
      }
    }
    return found;
  }
}
