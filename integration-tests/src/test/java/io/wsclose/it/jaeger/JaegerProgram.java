// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A Jaeger 2 that can be started: a program of this machine or a container image. */
interface JaegerProgram {
  /** The environment variable that Jaeger is told to take its configuration from. */
  String CONFIGURATION = "JAEGER_CONFIG";

  /** Which one it is, for people. */
  String name();

  /** What to add where it does not start. */
  default String hint() {
    return "";
  }

  Launch launch(Ports ports, Optional<Path> page);

  /**
   * @param command runs until it is killed
   * @param configuration the value for {@link #CONFIGURATION}
   * @param end what else has to run afterwards; may be empty
   */
  record Launch(List<String> command, String configuration, List<String> end) {}

  /** A program of this machine. */
  record Binary(Path path, String name, String hint) implements JaegerProgram {
    @Override
    public Launch launch(Ports ports, Optional<Path> page) {
      return new Launch(
          List.of(path.toString(), "--config", "env:" + CONFIGURATION),
          JaegerConfiguration.yaml("127.0.0.1", ports, page),
          List.of());
    }
  }

  /** A container image, which brings its own web page. */
  record Image(Path engine, String image) implements JaegerProgram {
    @Override
    public String name() {
      return image + " in " + engine;
    }

    @Override
    public Launch launch(Ports ports, Optional<Path> page) {
      String container = "wsclose-jaeger-" + UUID.randomUUID();
      Ports inside = Ports.standard();
      return new Launch(
          List.of(
              engine.toString(),
              "run",
              "--rm",
              "--name",
              container,
              "--env",
              CONFIGURATION,
              "--publish",
              "127.0.0.1:" + ports.otlp() + ":" + inside.otlp(),
              "--publish",
              "127.0.0.1:" + ports.query() + ":" + inside.query(),
              image,
              "--config",
              "env:" + CONFIGURATION),
          JaegerConfiguration.yaml("0.0.0.0", inside, Optional.empty()),
          // the container is no child of the command that started it
          List.of(engine.toString(), "rm", "--force", container));
    }
  }
}
