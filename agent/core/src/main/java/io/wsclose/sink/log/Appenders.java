// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Whether a log still writes. Logback that was stopped takes every line and writes none, and Spring
 * Boot stops it in a shutdown hook of its own, beside the one that tells the last ends.
 */
final class Appenders {
  /** Those that our lines pass, from ours to the root. */
  private static final List<String> OURS = Arrays.asList(Log.LOGGER, "io.wsclose", "io", "ROOT");

  private Appenders() {}

  /**
   * @param factory SLF4J's; of other logging systems than Logback nothing is known
   */
  static boolean areGone(Object factory) {
    try {
      Method getLogger = factory.getClass().getMethod("getLogger", String.class);
      for (String name : OURS) {
        if (hasAppender(getLogger.invoke(factory, name))) {
          return false;
        }
      }
      // none for us, but some for others: the operator does not want our lines
      for (Object logger :
          (List<?>) factory.getClass().getMethod("getLoggerList").invoke(factory)) {
        if (hasAppender(logger)) {
          return false;
        }
      }
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }

  private static boolean hasAppender(Object logger) throws ReflectiveOperationException {
    Method appenders = logger.getClass().getMethod("iteratorForAppenders");
    return ((Iterator<?>) appenders.invoke(logger)).hasNext();
  }
}
