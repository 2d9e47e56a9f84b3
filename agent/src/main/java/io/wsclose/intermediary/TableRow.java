package io.wsclose.intermediary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One line of a table whose first line names the columns; a lone dash is an empty cell. */
final class TableRow {
  private final List<String> columns;
  private final List<String> cells;

  private TableRow(List<String> columns, List<String> cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /**
   * The rows below the head, without comments and empty lines.
   *
   * @throws IllegalArgumentException if a row has not as many cells as the head
   */
  static List<TableRow> parse(List<String> lines) {
    List<TableRow> rows = new ArrayList<>();
    List<String> columns = null;
    for (String line : lines) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.asList(line.split("\t", -1));
      if (columns == null) {
        columns = cells;
        continue;
      }
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException("not " + columns.size() + " cells: " + line);
      }
      rows.add(new TableRow(columns, cells));
    }
    return rows;
  }

  /** Empty for a dash. */
  String text(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column);
    }
    return cells.get(index).equals("-") ? "" : cells.get(index);
  }

  /** 0 for a dash. */
  double number(String column) {
    String text = text(column);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  String oneOf(String column, String... allowed) {
    String text = text(column);
    if (!Arrays.asList(allowed).contains(text)) {
      throw new IllegalArgumentException(column + " must be one of " + Arrays.toString(allowed));
    }
    return text;
  }
}
