// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of this machine that runs to its end; long work tells every half minute that it goes
 * on.
 */
final class Command {
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);
  private static final int LAST_LINES = 8;

  /** How it ended, and what it printed. */
  record Outcome(boolean good, String stdout, String stderr) {

    /** Its last words, for who has to find out why it failed. */
    String lastLines() {
      List<String> lines =
          Stream.concat(stderr.lines(), stdout.lines()).filter(line -> !line.isBlank()).toList();
      return String.join(
          "\n  ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
  }

  private final ProcessBuilder builder;

  private Command(ProcessBuilder builder) {
    this.builder = builder;
  }

  static Command of(List<String> words) {
    return new Command(new ProcessBuilder(words));
  }

  static Command of(String... words) {
    return of(List.of(words));
  }

  Command in(Path folder) {
    builder.directory(folder.toFile());
    return this;
  }

  Command environment(String key, String value) {
    builder.environment().put(key, value);
    return this;
  }

  /** The first of these programs that is on the {@code PATH}. */
  static Optional<Path> find(String... names) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(path.split(File.pathSeparator))
                    .filter(folder -> !folder.isEmpty())
                    .map(folder -> Path.of(folder, name)))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }

  /** Waits for its end; what takes longer than {@code atMost} is killed and has failed. */
  Outcome run(Duration atMost) throws IOException {
    Path folder = Files.createTempDirectory("wsclose-command");
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    try {
      Process process =
          builder
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(stdout.toFile())
              .redirectError(stderr.toFile())
              .start();
      boolean ended = await(process, atMost, stderr);
      String late = ended ? "" : "\nstopped, not done after " + atMost.toMinutes() + " minutes";
      return new Outcome(ended && process.exitValue() == 0, text(stdout), text(stderr) + late);
    } finally {
      Folder.delete(folder);
    }
  }

  private boolean await(Process process, Duration atMost, Path stderr) throws IOException {
    long start = System.nanoTime();
    AtExit atExit = AtExit.run(() -> kill(process));
    try {
      while (!process.waitFor(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        if (since.compareTo(atMost) > 0) {
          return false;
        }
        String last = text(stderr).lines().reduce("", (before, line) -> line);
        JaegerSource.say(
            String.join(" ", builder.command().subList(0, 2))
                + ": "
                + since.toSeconds()
                + " s"
                + (last.isEmpty() ? "" : ", " + last));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      kill(process);
      atExit.close();
    }
  }

  private static void kill(Process process) {
    // compilers, renderers
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
