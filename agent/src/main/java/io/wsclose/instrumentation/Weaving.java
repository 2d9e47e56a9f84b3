package io.wsclose.instrumentation;

import java.util.ArrayList;
import java.util.List;

/** What became of one class: its new bytes, and which of its hooks are in them. */
final class Weaving {
  private final List<StackHook> bound = new ArrayList<StackHook>();
  private final List<StackHook> missed = new ArrayList<StackHook>();
  private byte[] bytes;

  void bound(StackHook hook) {
    bound.add(hook);
  }

  void missed(StackHook hook) {
    missed.add(hook);
  }

  void wove(byte[] woven) {
    bytes = woven;
  }

  List<StackHook> bound() {
    return bound;
  }

  List<StackHook> missed() {
    return missed;
  }

  /** Null where no hook bound. */
  byte[] bytes() {
    return bytes;
  }
}
