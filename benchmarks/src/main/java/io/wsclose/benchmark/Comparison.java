// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A line without the agent and with it, over all rounds. Numbers of a side are medians. */
final class Comparison {
  /**
   * The smallest object takes 16 bytes: whatever a frame allocates shows as more than this, while
   * what other threads allocate in the meantime stays below.
   */
  private static final double BYTES_OF_NOISE = 1;

  private final Line line;
  private final List<Sample> without = new ArrayList<>();
  private final List<Sample> with = new ArrayList<>();

  Comparison(Line line) {
    this.line = line;
  }

  Line line() {
    return line;
  }

  void add(boolean withAgent, Sample sample) {
    (withAgent ? with : without).add(sample);
  }

  /** Whether a frame costs memory with the agent that it does not cost without. */
  boolean allocates() {
    double more = Median.of(with, Sample::bytes) - Median.of(without, Sample::bytes);
    return more > Math.max(BYTES_OF_NOISE, noise(Sample::bytes));
  }

  static String head() {
    return String.format(
            "%-21s %8s %8s %8s %8s %9s %8s %8s %8s%n", "", "ns", "", "", "", "bytes", "", "", "")
        + String.format(
            "%-21s %8s %8s %8s %8s %9s %8s %8s %8s",
            "", "without", "with", "more", "A/A", "without", "with", "more", "A/A");
  }

  @Override
  public String toString() {
    return String.format("%-21s", line.name())
        + columns(Sample::nanos, " %8.1f %8.1f %+8.1f %8.1f")
        + columns(Sample::bytes, " %9.2f %8.2f %+8.2f %8.2f");
  }

  private String columns(ToDoubleFunction<Sample> what, String format) {
    double before = Median.of(without, what);
    double after = Median.of(with, what);
    return String.format(format, before, after, after - before, noise(what));
  }

  /** How far the same, without the agent, was from itself: its even rounds from its odd ones. */
  private double noise(ToDoubleFunction<Sample> what) {
    List<Sample> even = new ArrayList<>();
    List<Sample> odd = new ArrayList<>();
    for (int i = 0; i < without.size(); i++) {
      (i % 2 == 0 ? even : odd).add(without.get(i));
    }
    return odd.isEmpty() ? 0 : Math.abs(Median.of(even, what) - Median.of(odd, what));
  }
}
