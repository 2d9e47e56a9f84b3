// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What becomes of spans behind the SDK's own queue: how many are under way, whether they arrive.
 * Tells of trouble once in the life of the JVM, and of its end once. From any thread.
 */
final class ExportWatch {
  private final Consumer<String> console;
  private final List<Progress> exporters = new ArrayList<>();
  private long ended;
  private long lost;
  private boolean failing;
  private boolean toldFailure;
  private boolean toldRecovery;

  ExportWatch(Consumer<String> console) {
    this.console = console;
  }

  /** One exporter of possibly several, each of which gets every span. */
  final class Progress {
    private final String destination;
    private long completed;

    private Progress(String destination) {
      this.destination = destination;
    }

    /**
     * @param reason why they did not arrive; empty if they did
     */
    void completed(int spans, boolean arrived, String reason) {
      synchronized (ExportWatch.this) {
        completed += spans;
        failing = !arrived;
        if (arrived) {
          recovered();
        } else {
          failed(spans, destination, reason);
        }
      }
    }
  }

  synchronized Progress exporter(String destination) {
    Progress progress = new Progress(destination);
    exporters.add(progress);
    return progress;
  }

  private void failed(int spans, String destination, String reason) {
    lost += spans;
    if (!toldFailure) {
      toldFailure = true;
      console.accept(
          "spans cannot be sent to "
              + destination
              + (reason.isEmpty() ? "" : ": " + reason)
              + " (reported once; log lines continue)");
    }
  }

  private void recovered() {
    if (toldFailure && !toldRecovery) {
      toldRecovery = true;
      console.accept("spans are sent again, " + lost + " were lost");
      lost = 0;
    }
  }

  /** A span goes into the SDK's queue. */
  synchronized void ended() {
    ended++;
  }

  /** A span was not even made, because there was no room for it. */
  synchronized void dropped() {
    lost++;
  }

  /** How many spans have not come out of all exporters. */
  synchronized long pending() {
    long slowest = ended;
    for (Progress exporter : exporters) {
      slowest = Math.min(slowest, exporter.completed);
    }
    return ended - slowest;
  }

  synchronized boolean isFailing() {
    return failing;
  }

  /** Nothing came out for long: waiting again helps nobody until something does. */
  synchronized void stalled() {
    failing = true;
  }

  /** At the end: what was not told yet. */
  synchronized void tellLost() {
    long missing = lost + pending();
    if (missing > 0) {
      console.accept(missing + " spans were not sent");
      lost = 0;
    }
  }
}
