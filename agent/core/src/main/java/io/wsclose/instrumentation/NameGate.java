package io.wsclose.instrumentation;

import io.wsclose.stack.Hook;
import io.wsclose.stack.Stack;
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
final class NameGate {
  private final List<StackHook> all = new ArrayList<StackHook>();
  private final Map<String, Match> byName = new HashMap<String, Match>();
  private final Map<String, List<String>> bySimpleName = new HashMap<String, List<String>>();

  NameGate(List<Stack> stacks) {
    Map<String, List<StackHook>> hooks = new HashMap<String, List<StackHook>>();
    for (Stack stack : stacks) {
      for (Hook hook : stack.hooks()) {
        String name = hook.type().replace('.', '/');
        List<StackHook> ofType = hooks.get(name);
        if (ofType == null) {
          ofType = new ArrayList<StackHook>();
          hooks.put(name, ofType);
        }
        StackHook numbered = new StackHook(stack, hook, all.size());
        all.add(numbered);
        ofType.add(numbered);
      }
    }
    for (Map.Entry<String, List<StackHook>> entry : hooks.entrySet()) {
      byName.put(entry.getKey(), new Match("", entry.getValue()));
      addSimpleName(entry.getKey());
    }
  }

  /** All hooks by their numbers. */
  List<StackHook> hooks() {
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
  Match match(String internalName) {
    Match match = byName.get(internalName);
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
        return new Match(internalName.substring(0, prefix), byName.get(original).hooks());
      }
    }
    return null;
  }
}
