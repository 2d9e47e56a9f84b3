// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import java.lang.instrument.Instrumentation;
import java.util.function.BooleanSupplier;

/** Whether {@code java.util.logging} is there already, told without loading it. */
public final class LoadedLogManager implements BooleanSupplier {
  private final Instrumentation instrumentation;

  public LoadedLogManager(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public boolean getAsBoolean() {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getName().equals("java.util.logging.LogManager")) {
        return true;
      }
    }
    return false;
  }
}
