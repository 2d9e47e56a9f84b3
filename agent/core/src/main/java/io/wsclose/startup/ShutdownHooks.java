// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.sink.shutdown.OtherHooks;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The application's shutdown hooks, as the JDK keeps them: {@code ApplicationShutdownHooks.hooks}
 * of Java 8 to 25 is a map whose keys are the threads. The JDK drops its own reference before it
 * starts them, so ours is taken earlier.
 */
final class ShutdownHooks implements OtherHooks {
  /** What a stop of a server usually takes, where its hook cannot be seen. */
  private static final long UNSEEN_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Instrumentation instrumentation;
  private volatile Map<?, ?> hooks;
  private volatile boolean sought;
  private volatile long askedNanos;

  ShutdownHooks(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Finds them. Not before {@code main}: a JVM without WebSockets need not pay for it. */
  void find() {
    sought = true;
    try {
      openJavaLang();
      Field field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
      field.setAccessible(true);
      hooks = (Map<?, ?>) field.get(null);
    } catch (Exception | LinkageError e) {
      // another JDK, or a SecurityManager: the end of the JVM waits for a while instead
      hooks = null;
    }
  }

  /** To the agent's own loader alone; Java 8 has no modules and needs nothing. */
  private void openJavaLang() throws ReflectiveOperationException {
    if (System.getProperty("java.specification.version").startsWith("1.")) {
      return;
    }
    Method moduleOf = Class.class.getMethod("getModule");
    Object own = moduleOf.invoke(ShutdownHooks.class);
    for (Method method : Instrumentation.class.getMethods()) {
      if (method.getName().equals("redefineModule")) {
        method.invoke(
            instrumentation,
            moduleOf.invoke(Object.class),
            Collections.emptySet(),
            Collections.emptyMap(),
            Collections.singletonMap("java.lang", Collections.singleton(own)),
            Collections.emptySet(),
            Collections.emptyMap());
      }
    }
  }

  @Override
  public boolean areRunning() {
    Map<?, ?> known = hooks;
    if (!sought) {
      // there was no connection, so there is nothing to wait for
      return false;
    }
    if (known == null) {
      return isSoonAfterTheFirstQuestion();
    }
    for (Object hook : known.keySet()) {
      if (hook != Thread.currentThread() && ((Thread) hook).getState() != Thread.State.TERMINATED) {
        return true;
      }
    }
    return false;
  }

  private boolean isSoonAfterTheFirstQuestion() {
    long now = System.nanoTime();
    if (askedNanos == 0) {
      askedNanos = now;
    }
    return now - askedNanos < UNSEEN_NANOS;
  }
}
