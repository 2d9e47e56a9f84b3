package io.wsclose.instrumentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one class: its new bytes, which of its hooks are in them, and why others are not.
 */
final class Weaving {
  private final List<StackHook> bound = new ArrayList<StackHook>();
  private final Map<StackHook, String> missed = new LinkedHashMap<StackHook, String>();
  private byte[] bytes;

  void bound(StackHook hook) {
    bound.add(hook);
  }

  /**
   * @param reason in a few words
   */
  void missed(StackHook hook, String reason) {
    missed.put(hook, reason);
  }

  void wove(byte[] woven) {
    bytes = woven;
  }

  List<StackHook> bound() {
    return bound;
  }

  /** With the reasons. */
  Map<StackHook, String> missed() {
    return missed;
  }

  /** Null where no hook bound. */
  byte[] bytes() {
    return bytes;
  }
}
