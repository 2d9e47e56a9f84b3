package io.wsclose.instrumentation;

import io.wsclose.stack.Stack;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Which hooks are in which copy of which stack, and which known stacks have none. */
final class HookRegistry {
  private final List<HookedCopy> copies = new ArrayList<HookedCopy>();
  private final List<UncoveredUse> uncovered = new ArrayList<UncoveredUse>();

  synchronized void record(Match match, String internalName, ClassLoader loader, Weaving weaving) {
    for (StackHook hook : weaving.bound()) {
      copyOf(hook.stack(), match, internalName, loader).bound(hook.hook());
    }
    for (Map.Entry<StackHook, String> missed : weaving.missed().entrySet()) {
      StackHook hook = missed.getKey();
      copyOf(hook.stack(), match, internalName, loader).missed(hook.hook(), missed.getValue());
    }
  }

  synchronized void uncovered(UncoveredStack stack, String internalName, ClassLoader loader) {
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
    for (HookedCopy copy : copies) {
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
    for (HookedCopy copy : copies) {
      versions.add(copy.version());
    }
    for (UncoveredUse use : uncovered) {
      versions.add(use.version);
    }
    return versions;
  }

  private synchronized List<String> lines() {
    List<String> lines = new ArrayList<String>();
    Iterator<HookedCopy> all = copies.iterator();
    while (all.hasNext()) {
      HookedCopy copy = all.next();
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

  private HookedCopy copyOf(Stack stack, Match match, String internalName, ClassLoader loader) {
    for (HookedCopy copy : copies) {
      if (copy.is(stack, match.prefix(), loader)) {
        return copy;
      }
    }
    LibraryVersion version =
        new LibraryVersion(loader, internalName, stack.artifacts(), match.isRelocated());
    removeGone();
    HookedCopy copy = new HookedCopy(stack, match.prefix(), loader, version);
    copies.add(copy);
    return copy;
  }

  /** Applications may be redeployed for as long as nobody asks for news. */
  private void removeGone() {
    Iterator<HookedCopy> all = copies.iterator();
    while (all.hasNext()) {
      if (all.next().isGone()) {
        all.remove();
      }
    }
  }

  private static final class UncoveredUse {
    private final UncoveredStack stack;
    private final LibraryVersion version;
    private boolean told;

    private UncoveredUse(UncoveredStack stack, LibraryVersion version) {
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
