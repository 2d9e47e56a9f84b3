// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import java.net.URL;
import java.net.URLClassLoader;

/** Takes the application's own copy of a class where there is one, as servlet containers do. */
final class ChildFirstLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  ChildFirstLoader(URL[] classPath) {
    super("chat", classPath, ChildFirstLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && !name.startsWith("java.")) {
        try {
          loaded = findClass(name);
        } catch (ClassNotFoundException e) {
          loaded = null;
        }
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }
}
