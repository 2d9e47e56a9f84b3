// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** Which connection an object of a stack stands for, one at a time. */
final class Links {
  private Links() {}

  /**
   * From now on {@code key} stands for {@code connection}. What it stood for before is abandoned,
   * unless another object still stands for it: nothing could tell its end any more.
   */
  static void link(WeakIdentityMap<Connection> map, Object key, Connection connection) {
    connection.keyAdded();
    Connection before = null;
    boolean linked = false;
    try {
      before = map.put(key, connection);
      linked = true;
    } finally {
      // the map had no memory to grow
      if (!linked) {
        dropped(connection);
      }
    }
    if (before != null) {
      dropped(before);
    }
  }

  /** Abandons connections all of whose objects were collected, at most so many keys at once. */
  static void free(WeakIdentityMap<Connection> map, int atMost) {
    for (int i = 0; i < atMost; i++) {
      Connection connection = map.pollCollected();
      if (connection == null) {
        return;
      }
      dropped(connection);
    }
  }

  private static void dropped(Connection connection) {
    if (connection.keyGone()) {
      connection.abandoned();
    }
  }
}
