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
      File jar =
          new File(WscloseAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar, false));
      ClassLoader loader =
          (ClassLoader)
              Class.forName("io.wsclose.bootstrap.AgentClassLoader", true, null)
                  .getConstructor(File.class, ClassLoader.class)
                  .newInstance(jar, ClassLoader.getSystemClassLoader().getParent());
      Class.forName("io.wsclose.startup.Startup", true, loader)
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (Throwable failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      System.err.println("[wsclose] off: could not start: " + cause);
    }
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
