// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came out of each scenario on each line, in this run. */
final class Matrix {
  private static final Map<String, Map<String, String>> CELLS = new TreeMap<>();

  private Matrix() {}

  static synchronized void put(String line, Scenario scenario, String cell) {
    CELLS.computeIfAbsent(line, key -> new LinkedHashMap<>()).put(scenario.name(), cell);
  }

  /** A table with a row for each scenario; empty if none was played. */
  static synchronized String render() {
    if (CELLS.isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(List.of("scenario")));
    rows.get(0).addAll(CELLS.keySet());
    for (Scenario scenario : Scenarios.all()) {
      List<String> row = new ArrayList<>(List.of(scenario.name()));
      CELLS.values().forEach(column -> row.add(column.getOrDefault(scenario.name(), "NOT RUN")));
      rows.add(row);
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int index = column;
        int width = rows.stream().mapToInt(other -> other.get(index).length()).max().orElse(0);
        text.append(String.format("%-" + width + "s  ", row.get(column)));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
