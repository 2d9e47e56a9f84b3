// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one class: its new bytes, which of its hooks are in them, and why others are not.
 */
final class WeaveResult {
  private final List<BoundHook> bound = new ArrayList<BoundHook>();
  private final Map<BoundHook, String> missed = new LinkedHashMap<BoundHook, String>();
  private byte[] bytes;

  void bound(BoundHook hook) {
    bound.add(hook);
  }

  /**
   * @param reason in a few words
   */
  void missed(BoundHook hook, String reason) {
    missed.put(hook, reason);
  }

  void wove(byte[] woven) {
    bytes = woven;
  }

  List<BoundHook> bound() {
    return bound;
  }

  /** With the reasons. */
  Map<BoundHook, String> missed() {
    return missed;
  }

  /** Null where no hook bound. */
  byte[] bytes() {
    return bytes;
  }
}
