package io.wsclose.configuration;

/** Where the log line of a close event goes; {@code SinkSettings.LogTo} has the same names. */
public enum LogTarget {
  /** The application's own logging, standard error where it has none. */
  APP,
  STDERR,
  OFF
}
