// SPDX-License-Identifier: Apache-2.0
package io.wsclose.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/**
 * Entry point. It runs in the application's loader, so it does as little as possible and refers to
 * JDK types only: the bootstrap types are not there until the agent's jar was appended, and would
 * otherwise be linked from the application's class path.
 */
public final class WscloseAgent {
  private static final String MARKER = "io.wsclose.bootstrap.Recorder";

  private WscloseAgent() {}

  /** Called by the JVM before {@code main}. Never throws. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** Called by the JVM when the agent is attached to it. Never throws. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  private static synchronized void start(String arguments, Instrumentation instrumentation) {
    try {
      if (isPresent()) {
        System.err.println("[wsclose] already running in this JVM, this second copy stays off");
        return;
      }
      File file =
          new File(WscloseAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      JarFile jar = new JarFile(file, false);
      instrumentation.appendToBootstrapClassLoaderSearch(jar);
      ClassLoader loader =
          (ClassLoader)
              Class.forName("io.wsclose.bootstrap.AgentClassLoader", true, null)
                  .getConstructor(JarFile.class, ClassLoader.class)
                  .newInstance(jar, platformLoader());
      Class.forName("io.wsclose.startup.Startup", true, loader)
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (Throwable failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      System.err.println("[wsclose] off: could not start: " + cause);
    }
  }

  /**
   * The topmost loader below the bootstrap loader. The system loader's parent is not always it: an
   * application can bring a system loader of its own.
   */
  private static ClassLoader platformLoader() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    while (loader.getParent() != null) {
      loader = loader.getParent();
    }
    return loader;
  }

  private static boolean isPresent() {
    try {
      Class.forName(MARKER, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
