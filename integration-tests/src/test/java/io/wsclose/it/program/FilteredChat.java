// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * The chat service in a class loader that shows it no class of the agent, as plugin systems with a
 * list of allowed packages do. Its class path is in a system property.
 */
public final class FilteredChat {
  public static final String CLASS_PATH = "chat.class.path";

  private FilteredChat() {}

  public static void main(String[] arguments) throws Exception {
    ClassLoader loader = new Filter(urls());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("com.acme.chat.ChatServer")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static URL[] urls() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty(CLASS_PATH).split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  private static final class Filter extends URLClassLoader {
    static {
      registerAsParallelCapable();
    }

    private Filter(URL[] classPath) {
      super("filter", classPath, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.wsclose.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
