// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.WebSocketStack;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Which hooks are in which copy of which stack, and which known stacks have none. */
final class HookRegistry {
  private final List<InstrumentedStack> copies = new ArrayList<InstrumentedStack>();
  private final List<UncoveredUse> uncovered = new ArrayList<UncoveredUse>();

  synchronized void record(
      HookMatch match, String internalName, ClassLoader loader, WeaveResult weaving) {
    for (BoundHook hook : weaving.bound()) {
      copyOf(hook.stack(), match, internalName, loader).bound(hook.hook());
    }
    for (Map.Entry<BoundHook, String> missed : weaving.missed().entrySet()) {
      BoundHook hook = missed.getKey();
      copyOf(hook.stack(), match, internalName, loader).missed(hook.hook(), missed.getValue());
    }
  }

  synchronized void uncovered(KnownStack stack, String internalName, ClassLoader loader) {
    for (UncoveredUse use : uncovered) {
      if (use.stack == stack) {
        return;
      }
    }
    uncovered.add(
        new UncoveredUse(
            stack, new LibraryVersion(loader, internalName, new ArrayList<String>(), false)));
  }

  synchronized boolean hasNews() {
    for (InstrumentedStack copy : copies) {
      if (copy.hasNews()) {
        return true;
      }
    }
    for (UncoveredUse use : uncovered) {
      if (!use.told) {
        return true;
      }
    }
    return false;
  }

  /** One line for each copy and each uncovered stack with something new to say. It reads files. */
  List<String> news() {
    for (LibraryVersion version : versions()) {
      // without the lock: a thread that loads a class may wait for it, and reading may wait for
      // the class loader's
      version.get();
    }
    return lines();
  }

  private synchronized List<LibraryVersion> versions() {
    List<LibraryVersion> versions = new ArrayList<LibraryVersion>();
    for (InstrumentedStack copy : copies) {
      versions.add(copy.version());
    }
    for (UncoveredUse use : uncovered) {
      versions.add(use.version);
    }
    return versions;
  }

  private synchronized List<String> lines() {
    List<String> lines = new ArrayList<String>();
    Iterator<InstrumentedStack> all = copies.iterator();
    while (all.hasNext()) {
      InstrumentedStack copy = all.next();
      if (copy.hasNews() && copy.version().isKnown()) {
        lines.add(copy.news());
      }
      if (copy.isGone()) {
        all.remove();
      }
    }
    for (UncoveredUse use : uncovered) {
      if (!use.told && use.version.isKnown()) {
        use.told = true;
        lines.add(use.toString());
      }
    }
    return lines;
  }

  private InstrumentedStack copyOf(
      WebSocketStack stack, HookMatch match, String internalName, ClassLoader loader) {
    for (InstrumentedStack copy : copies) {
      if (copy.is(stack, match.prefix(), loader)) {
        return copy;
      }
    }
    LibraryVersion version =
        new LibraryVersion(loader, internalName, stack.artifacts(), match.isRelocated());
    removeGone();
    InstrumentedStack copy = new InstrumentedStack(stack, match.prefix(), loader, version);
    copies.add(copy);
    return copy;
  }

  /** Applications may be redeployed for as long as nobody asks for news. */
  private void removeGone() {
    Iterator<InstrumentedStack> all = copies.iterator();
    while (all.hasNext()) {
      if (all.next().isGone()) {
        all.remove();
      }
    }
  }

  private static final class UncoveredUse {
    private final KnownStack stack;
    private final LibraryVersion version;
    private boolean told;

    private UncoveredUse(KnownStack stack, LibraryVersion version) {
      this.stack = stack;
      this.version = version;
    }

    @Override
    public String toString() {
      String number = version.get();
      return stack.title()
          + (number.isEmpty() ? "" : " " + number)
          + " is in use and not covered: its closes leave no events";
    }
  }
}
