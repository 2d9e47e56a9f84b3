// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines that a child JVM wrote to one of its streams. */
public final class Output {
  private final String name;
  private final List<String> lines = new ArrayList<>();
  private Predicate<String> kept = line -> true;
  private boolean held;
  private boolean ended;

  private Output(String name) {
    this.name = name;
  }

  static Output of(String name, InputStream stream) {
    Output output = new Output(name);
    Thread reader = new Thread(() -> output.readAll(stream), "child " + name);
    reader.setDaemon(true);
    reader.start();
    return output;
  }

  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  public List<String> lines(Predicate<String> which) {
    return lines().stream().filter(which).toList();
  }

  /** Waits for a line that has this text in it. */
  public String await(String part, Duration atMost) {
    return await(line -> line.contains(part), "'" + part + "'", atMost);
  }

  /** Waits for such a line, which may have come already; throws after {@code atMost}. */
  public synchronized String await(Predicate<String> which, String what, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<String> found = lines.stream().filter(which).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (ended || millis <= 0) {
        throw new IllegalStateException(
            "no line with "
                + what
                + " on "
                + name
                + (ended ? ", which ended" : " within " + atMost)
                + ":\n  "
                + String.join("\n  ", lines));
      }
      pause(millis);
    }
  }

  /** Forgets later lines that are of no interest: millions of them would not fit into memory. */
  public synchronized void keepOnly(Predicate<String> which) {
    kept = which;
  }

  /** Reads no more, so that the child's writes block once the pipe is full. */
  public synchronized void hold() {
    held = true;
  }

  public synchronized void resume() {
    held = false;
    notifyAll();
  }

  /** Waits until the child closed the stream, which it does when it dies. */
  synchronized void awaitEnd(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!ended && System.nanoTime() < deadline) {
      pause(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
  }

  private void pause(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void readAll(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(stream broke: " + e + ")");
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    while (held) {
      pause(0);
    }
    if (kept.test(line)) {
      lines.add(line);
      notifyAll();
    }
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }
}
