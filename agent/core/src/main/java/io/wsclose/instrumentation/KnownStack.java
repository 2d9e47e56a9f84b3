// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.WebSocketStack;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A WebSocket implementation that is known by one class of its own, loaded once the first
 * connection opens, and that no {@link WebSocketStack} covers: it is reported, so that nobody waits
 * for its events.
 */
final class KnownStack {
  private static final String TABLE = "io/wsclose/stack/known-stacks.tsv";
  private static final int COLUMNS = 3;

  private final String title;

  private KnownStack(String title) {
    this.title = title;
  }

  /** In words. */
  String title() {
    return title;
  }

  /** By the internal names of their classes, all known ones that {@code installed} do not cover. */
  static Map<String, KnownStack> without(
      List<WebSocketStack> installed, ClassLoader loader, Consumer<String> console) {
    try {
      Map<String, KnownStack> uncovered = new HashMap<String, KnownStack>();
      for (String row : TextResource.lines(loader, TABLE)) {
        String[] columns = row.split("\t");
        if (columns.length == COLUMNS && !isAmong(installed, columns[0])) {
          uncovered.put(columns[2].replace('.', '/'), new KnownStack(columns[1]));
        }
      }
      return uncovered;
    } catch (IOException unreadable) {
      console.accept("stacks that are not covered are not reported: " + unreadable);
      return Collections.emptyMap();
    }
  }

  private static boolean isAmong(List<WebSocketStack> installed, String name) {
    for (WebSocketStack covered : installed) {
      if (covered.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
