// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import io.wsclose.record.ApplicationCode;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackInstance;
import io.wsclose.record.TraceContext;
import java.lang.reflect.Field;
import java.util.List;

/** Connections that advice can find, without an agent. */
public final class RecordedFailures {
  private static final RecordingBackend BACKEND =
      new RecordingBackend(
          (stack, type) -> new StackInstance(stack, "", List.of(), null),
          FrameRetention.of(4, 0),
          new ApplicationCode(List.of()),
          TraceContext::none,
          record -> {},
          (failure, type, hook) -> {
            throw new AssertionError(failure);
          });

  private RecordedFailures() {}

  /** An open connection that {@code key} stands for. */
  public static ConnectionRecord open(Object key) {
    try {
      Field backend = Recorder.class.getDeclaredField("backend");
      backend.setAccessible(true);
      Object before = backend.get(null);
      backend.set(null, BACKEND);
      try {
        return (ConnectionRecord)
            Recorder.openedBefore(
                key, new Upgrade("test", Object.class, Role.SERVER, "/", false, Headers.none()));
      } finally {
        // another test of this JVM may have installed its own
        backend.set(null, before);
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The kind of the last fact and its status. */
  public static String last(ConnectionRecord record) {
    Evidence evidence = record.evidence();
    Fact fact = evidence.facts().get(evidence.facts().size() - 1);
    return fact.kind() + " " + fact.code();
  }
}
