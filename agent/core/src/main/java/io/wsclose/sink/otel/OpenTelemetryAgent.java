// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.TimeUnit;

/** The OpenTelemetry Java agent in this JVM, or none. */
public final class OpenTelemetryAgent {
  /** A class that it puts on the bootstrap path; where it is, that agent is. */
  public static final String MARKER = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";

  private static final String ACCESS =
      "io.opentelemetry.javaagent.bootstrap.OpenTelemetrySdkAccess";

  private OpenTelemetryAgent() {}

  /**
   * Whether it is there, told by a class that it puts on the bootstrap path: asking {@code
   * GlobalOpenTelemetry} would install a no-op for good where it is not. First asked when a
   * handshake is answered or a connection ended, after all agents have started.
   */
  static boolean isPresent() {
    return Presence.IS_PRESENT;
  }

  private static final class Presence {
    /** First asked under the application's calls, which a SecurityManager may restrict. */
    private static final boolean IS_PRESENT =
        AccessController.doPrivileged((PrivilegedAction<Boolean>) () -> find(MARKER) != null);
  }

  private static Class<?> find(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /**
   * Has its span processor export what it holds. The agent offers this to its own instrumentations
   * (AWS Lambda), not as public API.
   *
   * @return whether it could be asked
   */
  static boolean forceFlush(long nanos) {
    try {
      Class<?> access = find(ACCESS);
      if (access == null) {
        return false;
      }
      Method flush = access.getMethod("forceFlush", long.class, TimeUnit.class);
      flush.invoke(null, nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }
}
