// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import io.wsclose.testbed.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The truth of each row and what the events said, in this run. */
final class PathTable {
  private static final Map<String, String> LINES = new TreeMap<>();

  private PathTable() {}

  static synchronized void put(
      int place, Row row, String stack, List<ReceivedSpan> spans, List<String> complaints) {
    Map<String, Long> told =
        spans.stream()
            .collect(Collectors.groupingBy(ExpectedCause::in, TreeMap::new, Collectors.counting()));
    StringBuilder text = new StringBuilder();
    text.append(String.format("%-7s %s%n", verdict(row, spans, complaints), row.truth()));
    text.append(String.format("        %s | %s | %s%n", row.name(), stack, row.way()));
    told.forEach((what, count) -> text.append(String.format("          %3d x %s%n", count, what)));
    complaints.stream()
        .distinct()
        .forEach(complaint -> text.append("          ! ").append(complaint).append('\n'));
    LINES.put(String.format("%s %03d", stack, place), text.toString());
  }

  private static String verdict(Row row, List<ReceivedSpan> spans, List<String> complaints) {
    if (!complaints.isEmpty()) {
      return "WRONG";
    }
    return spans.stream().allMatch(row.told()::isRight) ? "right" : "fair";
  }

  /** Stack by stack, in the order of the rows; empty if none was played. */
  static synchronized String render() {
    return String.join("", LINES.values());
  }
}
