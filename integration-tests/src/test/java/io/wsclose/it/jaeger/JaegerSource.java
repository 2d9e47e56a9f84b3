// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.Optional;

/** Where tests get a Jaeger from: the first of three ways that this machine offers. */
final class JaegerSource {
  /** Of the Jaeger that is built or pulled. */
  static final String VERSION = "2.13.0";

  /** What one way has found. */
  record Found(Optional<JaegerProgram> program, String whyNot) {
    static Found it(JaegerProgram program) {
      return new Found(Optional.of(program), "");
    }

    static Found nothing(String why) {
      return new Found(Optional.empty(), why);
    }
  }

  private static boolean searched;
  private static Optional<JaegerProgram> program = Optional.empty();
  private static String whyNone = "";

  private JaegerSource() {}

  /** Aborts the test where there is none. */
  static synchronized JaegerProgram find() throws IOException {
    if (!searched) {
      program = search();
      searched = true;
      say(program.map(found -> "Jaeger: " + found.name()).orElse(whyNone));
    }
    return program.orElseGet(() -> abort(whyNone));
  }

  private static Optional<JaegerProgram> search() throws IOException {
    Optional<JaegerProgram> given = GivenJaeger.find();
    if (given.isPresent()) {
      return given;
    }
    Found built = BuiltJaeger.find();
    if (built.program().isPresent()) {
      return built.program();
    }
    Found container = ContainerJaeger.find();
    whyNone =
        "no Jaeger, tests with it are skipped. There are three ways to have one:"
            + "\n  1. name a program of Jaeger 2 in the environment, "
            + GivenJaeger.VARIABLE
            + "=/path/to/jaeger: it is not set"
            + "\n  2. have Go on the PATH, Jaeger is built with it once: "
            + built.whyNot()
            + "\n  3. have docker or podman on the PATH and running: "
            + container.whyNot();
    return container.program();
  }

  /** Tells who runs the tests; they may wait for minutes. */
  static void say(String line) {
    System.out.println("[jaeger] " + line);
  }
}
