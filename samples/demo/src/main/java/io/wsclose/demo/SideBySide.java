// SPDX-License-Identifier: Apache-2.0
package io.wsclose.demo;

import java.util.ArrayList;
import java.util.List;

/** Two columns of wrapped text in a hundred characters. */
final class SideBySide {
  private static final int LEFT = 38;
  private static final int RIGHT = 57;

  private final List<String> left = new ArrayList<>();
  private final List<String> right = new ArrayList<>();

  void left(String label, String text) {
    left.addAll(wrapped(label, text, LEFT));
  }

  void right(String label, String text) {
    right.addAll(wrapped(label, text, RIGHT));
  }

  String render() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String first = i < left.size() ? left.get(i) : "";
      String second = i < right.size() ? right.get(i) : "";
      text.append(" %-38s | %s".formatted(first, second).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  static String rule(String title) {
    String head = "---- " + title + " ";
    return head + "-".repeat(Math.max(4, LEFT + RIGHT + 4 - head.length()));
  }

  /** Lines of at most {@code width} characters; those after the first are indented as the label. */
  static List<String> wrapped(String label, String text, int width) {
    String indent = " ".repeat(label.length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label);
    for (String word : text.split(" ")) {
      String rest = word;
      boolean first = line.length() == indent.length();
      if (!first && line.length() + 1 + rest.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        first = true;
      }
      line.append(first ? "" : " ");
      while (line.length() + rest.length() > width) {
        int fits = width - line.length();
        lines.add(line + rest.substring(0, fits));
        rest = rest.substring(fits);
        line = new StringBuilder(indent);
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }
}
