// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running child JVM; {@link #close} leaves nothing behind. */
public final class ChildJvm implements AutoCloseable {
  private static final Duration LAST_LINES = Duration.ofSeconds(5);

  private final Process process;
  private final Output stdout;
  private final Output stderr;

  ChildJvm(Process process) {
    this.process = process;
    stdout = Output.of("stdout", process.getInputStream());
    stderr = Output.of("stderr", process.getErrorStream());
  }

  public long pid() {
    return process.pid();
  }

  public Output stdout() {
    return stdout;
  }

  public Output stderr() {
    return stderr;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Writes a line to the program's standard input. */
  public void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends SIGTERM; does not wait. */
  public void terminate() {
    // Process.destroy would close the streams, and what is printed on the way out would be lost
    process.toHandle().destroy();
  }

  /**
   * Stops all threads of the JVM, as the pause of a virtual machine does; returns when they are.
   */
  public void pause() {
    signal("STOP");
    long deadline = System.nanoTime() + LAST_LINES.toNanos();
    while (!isStopped() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  /** As Linux says it; elsewhere nobody does. */
  private boolean isStopped() {
    Path tasks = Path.of("/proc", Long.toString(pid()), "task");
    if (!Files.isDirectory(tasks)) {
      return true;
    }
    try (Stream<Path> all = Files.list(tasks)) {
      for (Path task : all.toList()) {
        String stat = Files.readString(task.resolve("stat"));
        if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends {@link #pause}. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + name + " failed: " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Has the JVM print what its threads do, on its standard output. */
  public void dumpThreads() {
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
      // the last part of a dump
      stdout.await("JNI global refs", LAST_LINES);
    } catch (IOException | IllegalStateException e) {
      // this system or this JVM does not do that
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end of the program and of what it prints; the exit code. */
  public int awaitExit(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("still running after " + atMost + "\n" + transcript());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    stdout.awaitEnd(LAST_LINES);
    stderr.awaitEnd(LAST_LINES);
    return process.exitValue();
  }

  /** All that the program printed so far, for the message of a failed test. */
  public String transcript() {
    return "--- stdout\n"
        + String.join("\n", stdout.lines())
        + "\n--- stderr\n"
        + String.join("\n", stderr.lines())
        + "\n---";
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(LAST_LINES.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
