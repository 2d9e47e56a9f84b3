// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import io.wsclose.record.StackInstance;
import java.util.List;

/** The first log that is there; the last one takes over for one that throws. */
final class FallbackLog implements Log {
  private final List<Log> logs;

  FallbackLog(List<Log> logs) {
    this.logs = logs;
  }

  @Override
  public boolean write(StackInstance library, boolean warn, String line) throws Exception {
    for (Log log : logs.subList(0, logs.size() - 1)) {
      try {
        if (log.write(library, warn, line)) {
          return true;
        }
      } catch (Throwable anythingOfAnAppender) {
        break;
      }
    }
    return logs.get(logs.size() - 1).write(library, warn, line);
  }
}
