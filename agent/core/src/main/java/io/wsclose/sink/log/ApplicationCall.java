package io.wsclose.sink.log;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A call of the application's logging, under its context class loader, by which logging finds its
 * configuration and its providers.
 *
 * <p>Logging of an application that can be undeployed is called on a thread that ends with the
 * call. It leaves objects of its own in thread locals (Log4j 2 its recyclers), and our thread,
 * which never ends, would keep the application's class loader for as long as the JVM runs.
 */
final class ApplicationCall {
  private ApplicationCall() {}

  /**
   * Returns when the call is over.
   *
   * @param loader of the logging system, null for the bootstrap loader
   * @throws Exception what the call throws
   */
  static <T> T under(ClassLoader loader, Callable<T> call) throws Exception {
    return staysForEver(loader) ? here(loader, call) : apart(loader, call);
  }

  private static boolean staysForEver(ClassLoader loader) {
    for (ClassLoader known = ClassLoader.getSystemClassLoader();
        known != null;
        known = known.getParent()) {
      if (known == loader) {
        return true;
      }
    }
    return loader == null;
  }

  private static <T> T here(ClassLoader loader, Callable<T> call) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return call.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static <T> T apart(ClassLoader loader, Callable<T> call) throws Exception {
    FutureTask<T> task = new FutureTask<>(call);
    // the log may show the thread's name
    Thread thread = new Thread(null, task, Thread.currentThread().getName(), 0);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw (Exception) e.getCause();
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    }
  }
}
