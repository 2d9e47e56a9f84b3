// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import io.wsclose.testbed.otlp.ReceivedSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the spans of scenarios as text to the folder that {@code WSCLOSE_IT_SPANS} names, so that
 * its words can be read, or compared with those of another build. Does nothing without that
 * variable.
 */
public final class KeptSpans {
  private static final String FOLDER = System.getenv("WSCLOSE_IT_SPANS");

  private KeptSpans() {}

  public static void keep(String line, String scenario, ReceivedSpan span) {
    if (FOLDER == null || FOLDER.isBlank()) {
      return;
    }
    Path file = Path.of(FOLDER, line.replaceAll("[^A-Za-z0-9.]+", "-"), scenario + ".txt");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, CloseSpan.describe(span));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
