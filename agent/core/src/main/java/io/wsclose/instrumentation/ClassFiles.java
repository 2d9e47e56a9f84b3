// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * Where Byte Buddy reads about types while one class is woven: our own and Byte Buddy's names from
 * the agent's loader, whatever the application may have under them, all else from the loader of the
 * class, which also serves the JDK's.
 */
final class ClassFiles implements ClassFileLocator {
  private final Map<String, byte[]> given = new HashMap<String, byte[]>();
  private final ClassFileLocator agent;
  private final ClassFileLocator target;

  /**
   * @param target null for the bootstrap loader
   */
  ClassFiles(ClassLoader agent, ClassLoader target) {
    this.agent = ForClassLoader.of(agent);
    this.target = ForClassLoader.of(target == null ? ClassLoader.getSystemClassLoader() : target);
  }

  void give(String name, byte[] bytes) {
    given.put(name, bytes);
  }

  @Override
  public Resolution locate(String name) throws IOException {
    byte[] bytes = given.get(name);
    if (bytes != null) {
      return new Resolution.Explicit(bytes);
    }
    boolean ours = name.startsWith("io.wsclose.") || name.startsWith("net.bytebuddy.");
    return (ours ? agent : target).locate(name);
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
