// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints the table after the last test. */
public final class PathTablePrinter implements TestExecutionListener {
  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    String table = PathTable.render();
    if (table.isEmpty()) {
      return;
    }
    System.out.println("\nWhat happened, and what the close events say\n\n" + table);
    try {
      Files.writeString(Path.of("target", "path-table.txt"), table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
