// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Sends classes that were loaded before the agent came through its transformer. */
final class LoadedClasses {
  private static final int BATCH = 32;

  private final Instrumentation instrumentation;
  private final HookTransformer transformer;
  private final Notices notices;

  LoadedClasses(Instrumentation instrumentation, HookTransformer transformer, Notices notices) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.notices = notices;
  }

  /** In batches, each of which stops the JVM once; where one fails, its classes one by one. */
  void retransform() {
    List<Class<?>> batch = new ArrayList<Class<?>>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (transformer.concerns(type) && instrumentation.isModifiableClass(type)) {
        batch.add(type);
      }
      if (batch.size() == BATCH) {
        retransform(batch);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      retransform(batch);
    }
  }

  private void retransform(List<Class<?>> batch) {
    try {
      instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
    } catch (Throwable oneOfThem) {
      for (Class<?> type : batch) {
        try {
          instrumentation.retransformClasses(type);
        } catch (Throwable failure) {
          notices.leftAlone(type.getName(), failure);
        }
      }
    }
  }
}
