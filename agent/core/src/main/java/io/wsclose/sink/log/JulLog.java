// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import io.wsclose.record.StackInstance;
import java.lang.reflect.Array;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * {@code java.util.logging}, where the application uses it on purpose: a system property configures
 * it, or it has handlers other than the JDK's default. It is never initialised from here.
 *
 * <p>The logger's type is reached by reflection and its name put together at run time, because the
 * build renames that name wherever it stands in the agent, see {@code SdkLogger}.
 */
final class JulLog implements Log {
  private static final String LOGGER_TYPE = String.join(".", "java", "util", "logging", "Logger");
  private static final String[] CONFIGURED_BY = {
    "java.util.logging.manager", "java.util.logging.config.file", "java.util.logging.config.class"
  };

  private final ApplicationCall application = new ApplicationCall();
  private final BooleanSupplier initialised;
  private Boolean used;

  /**
   * @param initialised whether the JVM's LogManager is there already
   */
  JulLog(BooleanSupplier initialised) {
    this.initialised = initialised;
  }

  @Override
  public boolean write(StackInstance library, boolean warn, String line) throws Exception {
    if (used == null) {
      used = isUsed();
    }
    if (!used) {
      return false;
    }
    // containers keep loggers by context class loader
    return application.under(library.loader(), () -> write(warn, line));
  }

  private static boolean write(boolean warn, String line) throws ReflectiveOperationException {
    LogRecord record = new LogRecord(warn ? Level.WARNING : Level.INFO, line);
    record.setLoggerName(LOGGER);
    // else the handler names the class and method that called
    record.setSourceClassName(null);
    Class<?> type = Class.forName(LOGGER_TYPE);
    type.getMethod("log", LogRecord.class).invoke(logger(type, LOGGER), record);
    return true;
  }

  private boolean isUsed() throws ReflectiveOperationException {
    for (String property : CONFIGURED_BY) {
      if (System.getProperty(property) != null) {
        return true;
      }
    }
    return initialised.getAsBoolean() && hasHandlersOfItsOwn();
  }

  private static boolean hasHandlersOfItsOwn() throws ReflectiveOperationException {
    Class<?> type = Class.forName(LOGGER_TYPE);
    Object handlers = type.getMethod("getHandlers").invoke(logger(type, ""));
    for (int i = 0; i < Array.getLength(handlers); i++) {
      String handler = Array.get(handlers, i).getClass().getName();
      if (!handler.equals("java.util.logging.ConsoleHandler")) {
        return true;
      }
    }
    return false;
  }

  private static Object logger(Class<?> type, String name) throws ReflectiveOperationException {
    return type.getMethod("getLogger", String.class).invoke(null, name);
  }
}
