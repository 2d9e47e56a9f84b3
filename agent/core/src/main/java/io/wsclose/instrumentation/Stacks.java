// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.WebSocketStack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the stacks by their service lines. {@link java.util.ServiceLoader} would do the same for
 * several times the start-up cost.
 */
public final class Stacks {
  private static final String SERVICE = "META-INF/services/io.wsclose.stack.WebSocketStack";

  private Stacks() {}

  /** A stack that cannot be loaded is told and left out. */
  public static List<WebSocketStack> load(ClassLoader loader, Consumer<String> console) {
    List<WebSocketStack> stacks = new ArrayList<WebSocketStack>();
    for (String name : names(loader, console)) {
      try {
        stacks.add(
            (WebSocketStack)
                Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
      } catch (Throwable failure) {
        console.accept("stack " + name + " is off: " + failure);
      }
    }
    return stacks;
  }

  private static List<String> names(ClassLoader loader, Consumer<String> console) {
    try {
      return TextResource.lines(loader, SERVICE);
    } catch (IOException e) {
      console.accept("no stack can be found: " + e);
      return Collections.emptyList();
    }
  }
}
