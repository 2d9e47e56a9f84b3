// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints the matrix after the last test. */
public final class MatrixPrinter implements TestExecutionListener {
  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    String matrix = Matrix.render();
    if (matrix.isEmpty()) {
      return;
    }
    System.out.println("\nScenario x line\n\n" + matrix);
    try {
      Files.writeString(Path.of("target", "scenario-matrix.txt"), matrix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
