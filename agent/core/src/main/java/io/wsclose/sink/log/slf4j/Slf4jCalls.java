// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log.slf4j;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

/**
 * The calls themselves, which SLF4J has had unchanged since before 1.5.
 *
 * <p>Never used as the agent's own class: see {@link Slf4jBridge}. It is public for that loader.
 */
public final class Slf4jCalls implements Slf4j {
  @Override
  public Object loggerFactory() {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    return factory instanceof NOPLoggerFactory ? null : factory;
  }

  @Override
  public void log(String logger, boolean warn, String line) {
    Logger target = LoggerFactory.getLogger(logger);
    // as an argument, because braces in the line are not placeholders
    if (warn) {
      target.warn("{}", line);
    } else {
      target.info("{}", line);
    }
  }
}
