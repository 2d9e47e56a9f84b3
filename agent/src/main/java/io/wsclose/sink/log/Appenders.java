package io.wsclose.sink.log;

import java.lang.reflect.Method;
import java.util.Iterator;

/**
 * Whether a log still writes. Logback that was stopped takes every line and writes none, and Spring
 * Boot stops it in a shutdown hook of its own, beside the one that tells the last ends.
 */
final class Appenders {
  private static final String[] LOGGERS = {Log.LOGGER, "ROOT"};

  private Appenders() {}

  /**
   * @param factory SLF4J's; of other logging systems than Logback nothing is known
   */
  static boolean areGone(Object factory) {
    try {
      Method getLogger = factory.getClass().getMethod("getLogger", String.class);
      for (String name : LOGGERS) {
        Object logger = getLogger.invoke(factory, name);
        Method appenders = logger.getClass().getMethod("iteratorForAppenders");
        if (((Iterator<?>) appenders.invoke(logger)).hasNext()) {
          return false;
        }
      }
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }
}
