package io.wsclose.instrumentation;

import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackLibrary;
import io.wsclose.stack.Stack;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which copy of which stack a class belongs to. Kept with the class itself, so that it is found
 * without a lock and goes when the class goes.
 */
final class Libraries extends ClassValue<Map<String, StackLibrary>>
    implements RecordingBackend.LibraryLookup {
  private final List<Stack> stacks;
  private final Notices notices;
  private final Runnable atFirstConnection;
  private final Set<String> unread = ConcurrentHashMap.newKeySet();

  /**
   * @param notices takes lines for the operator
   * @param atFirstConnection to be run, on the application's thread, when a library has its first
   *     connection
   */
  Libraries(List<Stack> stacks, Notices notices, Runnable atFirstConnection) {
    this.stacks = stacks;
    this.notices = notices;
    this.atFirstConnection = atFirstConnection;
  }

  @Override
  public StackLibrary libraryOf(String line, Class<?> type) {
    Map<String, StackLibrary> known = get(type);
    StackLibrary library = known.get(line);
    if (library == null) {
      library = privileged(line, type);
      known.put(line, library);
      atFirstConnection.run();
    }
    return library;
  }

  /** Said once a stack: in a proxy it is true of every connection. */
  @Override
  public void unread(final StackLibrary library) {
    if (unread.add(library.name())) {
      notices.tell(
          new Supplier<String>() {
            @Override
            public String get() {
              return library.name()
                  + (library.version().isEmpty() ? "" : " " + library.version())
                  + ": WebSockets pass through this JVM unread: it forwards their bytes, or a codec"
                  + " that is not "
                  + library.name()
                  + "'s reads them. They have no close event here; run the agent in the JVM that"
                  + " they are forwarded to";
            }
          });
    }
  }

  @Override
  protected Map<String, StackLibrary> computeValue(Class<?> type) {
    return new ConcurrentHashMap<String, StackLibrary>(2);
  }

  /** With a SecurityManager the application that opens the connection may not ask for loaders. */
  private StackLibrary privileged(final String line, final Class<?> type) {
    return AccessController.doPrivileged(
        new PrivilegedAction<StackLibrary>() {
          @Override
          public StackLibrary run() {
            return find(line, type);
          }
        });
  }

  private StackLibrary find(String name, Class<?> type) {
    Stack line = line(name);
    List<String> packages = line.packages();
    String prefix = prefixOf(type.getName(), packages);
    LibraryVersion version =
        new LibraryVersion(
            type.getClassLoader(),
            type.getName().replace('.', '/'),
            line.artifacts(),
            !prefix.isEmpty());
    List<String> own = new ArrayList<String>(packages.size());
    for (String original : packages) {
      own.add(prefix + original);
    }
    return new StackLibrary(
        line.name(), version, own, new InstalledProfiles(line, stacks), type.getClassLoader());
  }

  private Stack line(String name) {
    for (Stack stack : stacks) {
      if (stack.line().equals(name)) {
        return stack;
      }
    }
    throw new IllegalArgumentException("no stack " + name);
  }

  /** What a relocated copy puts before the original names; empty for the original. */
  private static String prefixOf(String typeName, List<String> packages) {
    for (String name : packages) {
      if (typeName.startsWith(name)) {
        return "";
      }
    }
    for (String name : packages) {
      int at = typeName.indexOf("." + name);
      if (at >= 0) {
        return typeName.substring(0, at + 1);
      }
    }
    return "";
  }
}
