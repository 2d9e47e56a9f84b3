// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.Collections;
import java.util.List;

/** A class that has hooks: its hooks, and the prefix of its copy. */
final class HookMatch {
  private final String prefix;
  private final List<BoundHook> hooks;

  /**
   * @param prefix empty, or what a relocated copy puts before the original names, in internal form
   *     with a slash at its end, e.g. {@code com/acme/shaded/}
   */
  HookMatch(String prefix, List<BoundHook> hooks) {
    this.prefix = prefix;
    this.hooks = Collections.unmodifiableList(hooks);
  }

  String prefix() {
    return prefix;
  }

  boolean isRelocated() {
    return !prefix.isEmpty();
  }

  List<BoundHook> hooks() {
    return hooks;
  }

  /** Whether all of it waits until a class of another stack was woven. */
  boolean isCarrier() {
    for (BoundHook hook : hooks) {
      if (!hook.stack().isCarrier()) {
        return false;
      }
    }
    return true;
  }
}
