// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.security.CodeSource;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;

/** Where a class was loaded from: text only, so that no class and no loader is retained. */
public final class CodePlace {
  private final String url;
  private final boolean onClassPath;

  /**
   * @param url of the jar or folder; empty if the loader does not say
   * @param onClassPath whether the system class loader loaded it
   */
  public CodePlace(String url, boolean onClassPath) {
    this.url = url;
    this.onClassPath = onClassPath;
  }

  /** The URL of the jar or folder; empty if the loader does not say. */
  public String url() {
    return url;
  }

  /** Whether the system class loader loaded it, as it did the main class. */
  public boolean isOnClassPath() {
    return onClassPath;
  }

  /**
   * Finds the place of a class with the agent's own rights: under a security manager the code that
   * called it may not have them.
   */
  static final class Lookup implements PrivilegedAction<CodePlace> {
    private final Class<?> type;

    Lookup(Class<?> type) {
      this.type = type;
    }

    @Override
    public CodePlace run() {
      ProtectionDomain domain = type.getProtectionDomain();
      CodeSource source = domain == null ? null : domain.getCodeSource();
      String url =
          source == null || source.getLocation() == null ? "" : source.getLocation().toString();
      return new CodePlace(
          url.intern(), type.getClassLoader() == ClassLoader.getSystemClassLoader());
    }
  }
}
