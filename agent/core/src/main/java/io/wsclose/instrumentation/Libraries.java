// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackInstance;
import io.wsclose.stack.WebSocketStack;
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
final class Libraries extends ClassValue<Map<String, StackInstance>>
    implements RecordingBackend.LibraryLookup {
  private final List<WebSocketStack> stacks;
  private final Notices notices;
  private final Runnable atFirstConnection;
  private final Set<String> unread = ConcurrentHashMap.newKeySet();

  /**
   * @param notices takes lines for the operator
   * @param atFirstConnection to be run, on the application's thread, when a library has its first
   *     connection
   */
  Libraries(List<WebSocketStack> stacks, Notices notices, Runnable atFirstConnection) {
    this.stacks = stacks;
    this.notices = notices;
    this.atFirstConnection = atFirstConnection;
  }

  @Override
  public StackInstance libraryOf(String line, Class<?> type) {
    Map<String, StackInstance> known = get(type);
    StackInstance library = known.get(line);
    if (library == null) {
      library = privileged(line, type);
      known.put(line, library);
      atFirstConnection.run();
    }
    return library;
  }

  /** Said once a stack: in a proxy it is true of every connection. */
  @Override
  public void unread(final StackInstance library) {
    if (unread.add(library.name())) {
      notices.log(
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
  protected Map<String, StackInstance> computeValue(Class<?> type) {
    return new ConcurrentHashMap<String, StackInstance>(2);
  }

  /** With a SecurityManager the application that opens the connection may not ask for loaders. */
  private StackInstance privileged(final String line, final Class<?> type) {
    return AccessController.doPrivileged(
        new PrivilegedAction<StackInstance>() {
          @Override
          public StackInstance run() {
            return find(line, type);
          }
        });
  }

  private StackInstance find(String name, Class<?> type) {
    WebSocketStack line = line(name);
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
    return new StackInstance(
        line.name(), version, own, new InstalledProfiles(line, stacks), type.getClassLoader());
  }

  private WebSocketStack line(String name) {
    for (WebSocketStack stack : stacks) {
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
