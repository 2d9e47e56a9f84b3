package io.wsclose.sink.log;

/** The thread's context class loader for as long as code of the application runs. */
final class ContextLoader {
  private final Thread thread = Thread.currentThread();
  private final ClassLoader before = thread.getContextClassLoader();

  private ContextLoader() {}

  /** Logging finds its configuration and its providers by it. */
  static ContextLoader set(ClassLoader loader) {
    ContextLoader context = new ContextLoader();
    context.thread.setContextClassLoader(loader);
    return context;
  }

  void restore() {
    thread.setContextClassLoader(before);
  }
}
