// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.security.AccessController;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The classes on the current call stack, which a {@link StackTraceElement} does not give: it does
 * not say from which jar its class is.
 *
 * <p>A {@link SecurityManager} that is never installed sees them on Java 8 to 25. Measured: 1 to 4
 * µs for 32 calls, less than filling in the stack trace.
 */
final class CallingClasses extends SecurityManager {
  /** Looked up once per class; the class itself holds the answer. */
  private static final ClassValue<CodePlace> PLACES = new Places();

  private static final CallingClasses INSTANCE = create();

  private CallingClasses() {}

  /** By class name; empty where the JVM does not say. Classes of the JDK are left out. */
  static Map<String, CodePlace> places() {
    if (INSTANCE == null) {
      return Collections.emptyMap();
    }
    Map<String, CodePlace> places = new HashMap<String, CodePlace>();
    for (Class<?> type : INSTANCE.getClassContext()) {
      if (type.getClassLoader() != null) {
        places.put(type.getName(), PLACES.get(type));
      }
    }
    return places;
  }

  /** Null where a security manager does not allow another one. */
  private static CallingClasses create() {
    try {
      return new CallingClasses();
    } catch (SecurityException e) {
      return null;
    }
  }

  private static final class Places extends ClassValue<CodePlace> {
    @Override
    protected CodePlace computeValue(Class<?> type) {
      return AccessController.doPrivileged(new CodePlace.Lookup(type));
    }
  }
}
