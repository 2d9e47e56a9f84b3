// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One copy of a stack in one class loader: which hooks are in it, and why others are not. What
 * connections know of their copy is {@link io.wsclose.record.StackInstance}. Guarded by its
 * registry.
 */
final class InstrumentedStack {
  private static final int MAX_NAMED = 8;

  private final WebSocketStack stack;
  private final String prefix;
  private final WeakReference<ClassLoader> loader;
  private final boolean ofJdk;
  private final LibraryVersion version;
  private final Set<Hook> bound = new HashSet<Hook>();
  private final Map<Hook, String> missed = new LinkedHashMap<Hook, String>();
  private final Set<Hook> named = new HashSet<Hook>();
  private boolean told;

  InstrumentedStack(
      WebSocketStack stack, String prefix, ClassLoader loader, LibraryVersion version) {
    this.stack = stack;
    this.prefix = prefix;
    this.loader = new WeakReference<ClassLoader>(loader);
    this.ofJdk = loader == null;
    this.version = version;
  }

  boolean is(WebSocketStack other, String otherPrefix, ClassLoader otherLoader) {
    return stack == other
        && prefix.equals(otherPrefix)
        && (otherLoader == null ? ofJdk : loader.get() == otherLoader);
  }

  boolean isGone() {
    return !ofJdk && loader.get() == null;
  }

  LibraryVersion version() {
    return version;
  }

  void bound(Hook hook) {
    bound.add(hook);
    missed.remove(hook);
  }

  void missed(Hook hook, String reason) {
    if (!bound.contains(hook)) {
      missed.put(hook, reason);
    }
  }

  boolean hasNews() {
    return told ? !unnamed().isEmpty() : !(bound.isEmpty() && missed.isEmpty());
  }

  /** What is there to say since the last time; {@link #hasNews} says whether there is anything. */
  String news() {
    List<Hook> lacking = unnamed();
    StringBuilder line = title();
    if (told) {
      line.append(": not bound either: ").append(list(lacking));
    } else {
      line.append(": ").append(count(bound.size())).append(" bound");
      int waiting = stack.hooks().size() - bound.size() - missed.size();
      if (waiting > 0) {
        line.append(", ").append(waiting).append(" waiting for their classes");
      }
      if (!lacking.isEmpty()) {
        line.append(", ").append(lacking.size()).append(" not bound (").append(list(lacking));
        line.append(')');
      }
    }
    named.addAll(lacking);
    told = true;
    return line.toString();
  }

  private StringBuilder title() {
    StringBuilder title = new StringBuilder(stack.name());
    if (!version.get().isEmpty()) {
      title.append(' ').append(version.get());
    }
    if (!prefix.isEmpty()) {
      title.append(" (copy under ").append(prefix.replace('/', '.')).append("*)");
    }
    return title;
  }

  private static String count(int hooks) {
    return hooks == 1 ? "1 hook" : hooks + " hooks";
  }

  private List<Hook> unnamed() {
    List<Hook> lacking = new ArrayList<Hook>();
    for (Hook hook : missed.keySet()) {
      if (!named.contains(hook) && !hook.isOptional() && !hasAlternative(hook)) {
        lacking.add(hook);
      }
    }
    return lacking;
  }

  /** Version lines that differ in arity are two hooks with one advice, of which one binds. */
  private boolean hasAlternative(Hook hook) {
    for (Hook other : bound) {
      if (other.type().equals(hook.type())
          && other.method().equals(hook.method())
          && other.advice().equals(hook.advice())) {
        return true;
      }
    }
    return false;
  }

  private String list(List<Hook> hooks) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < hooks.size() && i < MAX_NAMED; i++) {
      Hook hook = hooks.get(i);
      list.append(i == 0 ? "" : "; ").append(hook).append(": ").append(missed.get(hook));
    }
    int more = hooks.size() - MAX_NAMED;
    return more > 0
        ? list.append(" and ").append(more).append(" more").toString()
        : list.toString();
  }
}
