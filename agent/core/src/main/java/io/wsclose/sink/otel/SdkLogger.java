// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import java.util.logging.Level;

/**
 * Takes the place of the JDK's logger in the bundled libraries: the build renames their references
 * to this class.
 *
 * <p>It says nothing. What an operator needs to know (spans that cannot be sent) is told once by
 * {@link ExportWatch}; the rest would start the application's logging early and fill it with our
 * exporter's noise. It has the methods that those libraries call; a test compares.
 */
@SuppressWarnings("unused") // called by bundled libraries only
public final class SdkLogger {
  private static final SdkLogger SILENT = new SdkLogger();

  private SdkLogger() {}

  public static SdkLogger getLogger(String name) {
    return SILENT;
  }

  public boolean isLoggable(Level level) {
    return false;
  }

  public void log(Level level, String message) {}

  public void log(Level level, String message, Object parameter) {}

  public void log(Level level, String message, Object[] parameters) {}

  public void log(Level level, String message, Throwable thrown) {}

  public void severe(String message) {}

  public void warning(String message) {}

  public void info(String message) {}

  public void config(String message) {}

  public void fine(String message) {}

  public void finer(String message) {}

  public void finest(String message) {}
}
