// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static io.wsclose.it.jaeger.JaegerSource.say;

import io.wsclose.it.jaeger.JaegerSource.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Jaeger's own image, in the container engine of this machine. */
final class ContainerJaeger {
  private static final String IMAGE = "jaegertracing/jaeger:" + JaegerSource.VERSION;

  /** Podman looks up short names in registries of its own choice, or asks. */
  private static final String FULL_NAME = "docker.io/" + IMAGE;

  private static final Duration INFO_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PULL_PATIENCE = Duration.ofMinutes(10);

  private ContainerJaeger() {}

  static Found find() throws IOException {
    String why = "neither is there";
    for (String name : new String[] {"docker", "podman"}) {
      Optional<Path> engine = Command.find(name);
      if (engine.isPresent()) {
        Found found = in(engine.get());
        if (found.program().isPresent()) {
          return found;
        }
        why = found.whyNot();
      }
    }
    return Found.nothing(why);
  }

  private static Found in(Path engine) throws IOException {
    Command.Outcome info = Command.of(engine.toString(), "info").run(INFO_PATIENCE);
    if (!info.good()) {
      return Found.nothing("'" + engine + " info' failed:\n  " + info.lastLines());
    }
    say("pulling " + FULL_NAME + " with " + engine);
    Command.Outcome pulled = Command.of(engine.toString(), "pull", FULL_NAME).run(PULL_PATIENCE);
    if (!pulled.good()) {
      return Found.nothing(
          "'" + engine + " pull " + FULL_NAME + "' failed:\n  " + pulled.lastLines());
    }
    return Found.it(new JaegerProgram.Image(engine, FULL_NAME));
  }
}
