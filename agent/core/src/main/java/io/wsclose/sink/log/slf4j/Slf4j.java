// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log.slf4j;

/** One SLF4J of the application, as the agent sees it. */
public interface Slf4j {
  /**
   * The {@code ILoggerFactory} of the logging system behind it, which the first call initializes;
   * null where there is none, so that SLF4J discards every line.
   */
  Object loggerFactory();

  void log(String logger, boolean warn, String line);
}
