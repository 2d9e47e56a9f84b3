// SPDX-License-Identifier: Apache-2.0
package io.wsclose.intermediary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** One row of the table of intermediaries; a lone dash is an empty cell. */
final class TableRow {
  /** The columns of the table, in their order. */
  static final List<String> COLUMNS =
      Collections.unmodifiableList(
          Arrays.asList(
              "name",
              "fingerprint",
              "headers",
              "idle",
              "re-armed",
              "at limit",
              "age",
              "slack",
              "setting",
              "log"));

  /** The last column may be left out. */
  private static final int LEAST = COLUMNS.size() - 1;

  private static final Pattern SEPARATOR = Pattern.compile("\\s*\\t\\s*| {2,}");

  /** A week: longer than any limit in use. */
  private static final double MAX_SECONDS = 7 * 86_400;

  private final List<String> cells;

  private TableRow(List<String> cells) {
    this.cells = cells;
  }

  /** Whether this line is a comment, empty, or the line that names the columns. */
  static boolean isBlank(String line) {
    String text = line.trim();
    return text.isEmpty() || text.startsWith("#") || isHead(Arrays.asList(SEPARATOR.split(text)));
  }

  private static boolean isHead(List<String> cells) {
    return cells.equals(COLUMNS) || cells.equals(COLUMNS.subList(0, LEAST));
  }

  /**
   * @throws IllegalArgumentException if the line has not as many cells as the table has columns
   */
  static TableRow of(String line) {
    List<String> cells = Arrays.asList(SEPARATOR.split(line.trim()));
    if (cells.size() != COLUMNS.size() && cells.size() != LEAST) {
      throw new IllegalArgumentException(
          "a row has "
              + LEAST
              + " or "
              + COLUMNS.size()
              + " columns ("
              + String.join(", ", COLUMNS)
              + "), separated by tabs or at least two blanks, and not "
              + cells.size());
    }
    return new TableRow(cells);
  }

  /** Empty for a dash. */
  String text(String column) {
    int index = COLUMNS.indexOf(column);
    String cell = index < cells.size() ? cells.get(index) : "-";
    return cell.equals("-") ? "" : cell;
  }

  /**
   * 0 for a dash.
   *
   * @throws IllegalArgumentException if the cell is not a number of seconds
   */
  double seconds(String column) {
    return text(column).isEmpty() ? 0 : seconds(column, text(column));
  }

  /**
   * Empty for a dash.
   *
   * @throws IllegalArgumentException if the cell is not a list of numbers of seconds
   */
  List<Double> listOfSeconds(String column) {
    List<Double> seconds = new ArrayList<>();
    for (String part : text(column).isEmpty() ? new String[0] : text(column).split(",")) {
      seconds.add(seconds(column, part.trim()));
    }
    return seconds;
  }

  private static double seconds(String column, String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds <= MAX_SECONDS) {
        return seconds;
      }
    } catch (NumberFormatException ignored) {
      // reported below, as a number out of range is
    }
    throw wrong(
        column,
        text,
        column.equals("idle")
            ? "seconds such as 60, several separated by commas, or -"
            : "seconds such as 60, or -");
  }

  /**
   * @throws IllegalArgumentException if the cell is not one of those allowed
   */
  String oneOf(String column, String... allowed) {
    String text = text(column);
    if (!Arrays.asList(allowed).contains(text)) {
      throw wrong(column, text, String.join(" or ", allowed));
    }
    return text;
  }

  /**
   * @throws IllegalArgumentException if the cell does not match
   */
  String matching(String column, Pattern pattern, String allowed) {
    String text = text(column);
    if (!pattern.matcher(text).matches()) {
      throw wrong(column, text, allowed);
    }
    return text;
  }

  private static IllegalArgumentException wrong(String column, String text, String allowed) {
    return new IllegalArgumentException(
        "invalid value "
            + (text.isEmpty() ? "-" : text)
            + " for "
            + column
            + "; allowed: "
            + (allowed.isEmpty() ? "-" : allowed));
  }
}
