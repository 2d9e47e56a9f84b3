// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import io.wsclose.record.StackInstance;

/** Something that takes log lines. */
interface Log {
  String LOGGER = "io.wsclose.close";

  /**
   * Writes one line.
   *
   * @param library the stack that the line is about: there may be several applications
   * @return false if this log is not there for it; then nothing was written
   * @throws Exception what an appender throws
   */
  boolean write(StackInstance library, boolean warn, String line) throws Exception;
}
