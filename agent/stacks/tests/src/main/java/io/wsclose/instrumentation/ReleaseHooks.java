// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the hooks of one stack line in one release. */
final class ReleaseHooks {
  private final WebSocketStack stack;
  private final List<Hook> bound = new ArrayList<>();
  private final Map<Hook, String> missed = new LinkedHashMap<>();

  ReleaseHooks(WebSocketStack stack, ReleaseLoader release) {
    this.stack = stack;
    release.bound().forEach(hook -> bound.add(hook.hook()));
    release.missed().forEach((hook, reason) -> missed.put(hook.hook(), reason));
    missed.keySet().removeIf(this::hasAlternative);
  }

  List<Hook> bound() {
    return bound;
  }

  static List<String> inFull(List<Hook> hooks) {
    return hooks.stream().map(hook -> hook.type() + ": " + title(hook)).toList();
  }

  /** The method, and what advice is in it. */
  private static String title(Hook hook) {
    String advice = hook.advice();
    return hook + " " + advice.substring(advice.lastIndexOf('.') + 1);
  }

  /** Hooks that do not fit, with the reasons, other than those that only some versions have. */
  List<String> misfits() {
    return missed.keySet().stream()
        .filter(hook -> !hook.isOptional())
        .map(hook -> hook + ": " + missed.get(hook))
        .toList();
  }

  /** Methods with hooks, and classes with hooks, that the release does not have. */
  Set<String> lacking() {
    Set<String> lacking = new LinkedHashSet<>();
    missed.keySet().forEach(hook -> lacking.add(title(hook)));
    for (Hook hook : stack.hooks()) {
      if (isWithoutClass(hook)) {
        lacking.add(
            stack.hooks().stream()
                    .filter(other -> part(other).equals(part(hook)))
                    .allMatch(this::isWithoutClass)
                ? part(hook) + ".*"
                : shortName(hook));
      }
    }
    return lacking;
  }

  private boolean isWithoutClass(Hook hook) {
    return isOfNone(bound, hook) && isOfNone(missed.keySet(), hook);
  }

  private static boolean isOfNone(Iterable<Hook> hooks, Hook hook) {
    for (Hook other : hooks) {
      if (other.type().equals(hook.type())) {
        return false;
      }
    }
    return true;
  }

  /** Two hooks that differ in arity alone are one method of two versions. */
  private boolean hasAlternative(Hook hook) {
    return bound.stream()
        .anyMatch(
            other ->
                other.type().equals(hook.type())
                    && other.method().equals(hook.method())
                    && other.advice().equals(hook.advice()));
  }

  /** The class without what all classes of the stack begin with. */
  private String shortName(Hook hook) {
    for (String start : stack.packages()) {
      if (hook.type().startsWith(start)) {
        return hook.type().substring(start.length());
      }
    }
    return hook.type();
  }

  private String part(Hook hook) {
    String name = shortName(hook);
    return name.substring(0, Math.max(0, name.indexOf('.')));
  }
}
