// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Calls the application's logging under its context class loader, by which logging finds its
 * configuration and its providers.
 *
 * <p>The calls run on a thread that soon ends, see {@link LogThread}: logging leaves objects of its
 * own in thread locals (Log4j 2 its reusable messages and events). Our thread never ends, so it
 * would keep them, and with them the class loader of an application that was undeployed.
 */
final class ApplicationCall {
  private LogThread thread = LogThread.ENDED;

  /**
   * Returns when the call is over. For one thread.
   *
   * @param loader of the logging system, null for the bootstrap loader
   * @throws Exception what the call throws; an Error is thrown as it is
   */
  <T> T under(ClassLoader loader, Callable<T> call) throws Exception {
    FutureTask<T> task = new FutureTask<>(call);
    if (!thread.accepts(loader, task)) {
      thread = LogThread.start(loader, task);
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw (Exception) e.getCause();
    } catch (InterruptedException e) {
      // it may hang in there: the next call is not to wait for it
      thread = LogThread.ENDED;
      task.cancel(true);
      throw e;
    }
  }
}
