// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells by name alone which classes have hooks. It is asked for every class that the JVM loads, so
 * a class without hooks costs one or two hash look-ups and nothing of Byte Buddy is touched.
 *
 * <p>A relocated copy keeps the original name as its end: {@code
 * com/acme/shaded/org/library/Channel}.
 */
final class HookIndex {
  private final List<BoundHook> all = new ArrayList<BoundHook>();
  private final Map<String, HookMatch> byName = new HashMap<String, HookMatch>();
  private final Map<String, List<String>> bySimpleName = new HashMap<String, List<String>>();

  HookIndex(List<WebSocketStack> stacks) {
    Map<String, List<BoundHook>> hooks = new HashMap<String, List<BoundHook>>();
    for (WebSocketStack stack : stacks) {
      for (Hook hook : stack.hooks()) {
        String name = hook.type().replace('.', '/');
        List<BoundHook> ofType = hooks.get(name);
        if (ofType == null) {
          ofType = new ArrayList<BoundHook>();
          hooks.put(name, ofType);
        }
        BoundHook numbered = new BoundHook(stack, hook, all.size());
        all.add(numbered);
        ofType.add(numbered);
      }
    }
    for (Map.Entry<String, List<BoundHook>> entry : hooks.entrySet()) {
      byName.put(entry.getKey(), new HookMatch("", entry.getValue()));
      addSimpleName(entry.getKey());
    }
  }

  /** All hooks by their numbers. */
  List<BoundHook> hooks() {
    return Collections.unmodifiableList(all);
  }

  private void addSimpleName(String name) {
    String simple = name.substring(name.lastIndexOf('/') + 1);
    List<String> names = bySimpleName.get(simple);
    if (names == null) {
      names = new ArrayList<String>(1);
      bySimpleName.put(simple, names);
    }
    names.add(name);
  }

  /**
   * The hooks of a class, or null.
   *
   * @param internalName with slashes, as the JVM hands it to a transformer
   */
  HookMatch match(String internalName) {
    HookMatch match = byName.get(internalName);
    if (match != null) {
      return match;
    }
    List<String> candidates =
        bySimpleName.get(internalName.substring(internalName.lastIndexOf('/') + 1));
    if (candidates == null) {
      return null;
    }
    for (String original : candidates) {
      int prefix = internalName.length() - original.length();
      if (prefix > 1 && internalName.charAt(prefix - 1) == '/' && internalName.endsWith(original)) {
        return new HookMatch(internalName.substring(0, prefix), byName.get(original).hooks());
      }
    }
    return null;
  }
}
