// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import static io.wsclose.it.jaeger.JaegerSource.say;

import io.wsclose.it.jaeger.JaegerSource.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Jaeger built from its own Go module, and kept in the user's cache.
 *
 * <p>{@code go install} refuses a module with replace directives, and Jaeger's has some: they hold
 * in the main module only. So the module becomes the main module, in a copy of its folder.
 */
final class BuiltJaeger {
  /** Jaeger 2.13.0; Jaeger 2 is released as Go module under version 1 only. */
  private static final String VERSION = "1.76.0";

  private static final String MODULE = "github.com/jaegertracing/jaeger@v" + VERSION;
  private static final Duration DOWNLOAD_PATIENCE = Duration.ofMinutes(5);
  private static final Duration BUILD_PATIENCE = Duration.ofMinutes(25);

  private BuiltJaeger() {}

  static Found find() throws IOException {
    Path binary = cache().resolve("jaeger-" + VERSION).resolve("jaeger");
    if (Files.isExecutable(binary)) {
      return found(binary);
    }
    Optional<Path> go = Command.find("go");
    if (go.isEmpty()) {
      return Found.nothing("no Go there, and none was built into " + binary + " before");
    }
    try {
      return build(go.get().toString(), binary);
    } catch (IOException e) {
      return Found.nothing("cannot be built into " + binary + ": " + e);
    }
  }

  private static Found build(String go, Path binary) throws IOException {
    say("building Jaeger " + JaegerSource.VERSION + " with " + go + ", once, into " + binary);
    say("this takes 5 to 15 minutes on two cores, and a few hundred MB of downloads");
    Command.Outcome module =
        Command.of(go, "mod", "download", "-json", MODULE).run(DOWNLOAD_PATIENCE);
    if (!module.good()) {
      return Found.nothing("download of " + MODULE + " failed:\n  " + module.lastLines());
    }
    Path copy = Files.createTempDirectory("wsclose-jaeger");
    try {
      Folder.copy(folder(module.stdout()), copy);
      Files.createDirectories(binary.getParent());
      // beside the place where it will be, so that it appears there at once and whole
      Path fresh = Files.createTempFile(binary.getParent(), "jaeger", ".new");
      try {
        Command.Outcome built =
            Command.of(
                    go,
                    "build",
                    "-trimpath",
                    "-ldflags",
                    "-s -w",
                    "-o",
                    fresh.toString(),
                    "./cmd/jaeger")
                .in(copy)
                // a workspace around the temporary folder is none of its business
                .environment("GOWORK", "off")
                .run(BUILD_PATIENCE);
        if (!built.good()) {
          return Found.nothing("build of " + MODULE + " failed:\n  " + built.lastLines());
        }
        Files.move(fresh, binary, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } finally {
      Folder.delete(copy);
    }
    return found(binary);
  }

  private static Path folder(String answer) {
    return Path.of(JsonMapper.shared().readTree(answer).path("Dir").stringValue());
  }

  private static Found found(Path binary) {
    return Found.it(
        new JaegerProgram.Binary(
            binary, binary + " (built from " + MODULE + ")", "delete it to have it built anew"));
  }

  private static Path cache() {
    String named = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    // a relative path is to be ignored (XDG Base Directory Specification)
    Path caches =
        named.startsWith("/") ? Path.of(named) : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("wsclose");
  }
}
