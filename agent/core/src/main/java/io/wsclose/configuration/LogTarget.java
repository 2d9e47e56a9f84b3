// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/** Where the log line of a close event goes. */
public enum LogTarget {
  /** The application's own logging, standard error where it has none. */
  APP,
  STDERR,
  OFF
}
