package io.wsclose.instrumentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the stacks by their service lines. {@link java.util.ServiceLoader} would do the same for
 * several times the start-up cost.
 */
public final class Stacks {
  private static final String SERVICE = "META-INF/services/io.wsclose.instrumentation.Stack";

  private Stacks() {}

  /** A stack that cannot be loaded is told and left out. */
  public static List<Stack> load(ClassLoader loader, Consumer<String> console) {
    List<Stack> stacks = new ArrayList<Stack>();
    for (String name : names(loader, console)) {
      try {
        stacks.add(
            (Stack) Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
      } catch (Throwable failure) {
        console.accept("stack " + name + " is off: " + failure);
      }
    }
    return stacks;
  }

  private static List<String> names(ClassLoader loader, Consumer<String> console) {
    List<String> names = new ArrayList<String>();
    InputStream in = loader.getResourceAsStream(SERVICE);
    if (in == null) {
      return names;
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        int comment = line.indexOf('#');
        String name = (comment < 0 ? line : line.substring(0, comment)).trim();
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      console.accept("no stack can be found: " + e);
    }
    return names;
  }
}
