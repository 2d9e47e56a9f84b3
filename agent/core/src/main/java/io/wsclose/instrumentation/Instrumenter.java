// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.record.RecordingBackend;
import io.wsclose.stack.WebSocketStack;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import java.util.function.Consumer;

/** Puts the hooks of all stacks into a JVM and tells how that went. */
public final class Instrumenter {
  private static final long SETTLE_MILLIS = 3_000;

  private final HookTransformer transformer;
  private final Libraries libraries;
  private final HookFailures failures;
  private final LoadedClasses loadedClasses;
  private final Instrumentation instrumentation;

  /**
   * @param background the thread that reads and prints
   * @param atFirstConnection to be run on that thread when a library has its first connection
   * @param console takes lines for the operator
   */
  public Instrumenter(
      final Instrumentation instrumentation,
      List<WebSocketStack> stacks,
      final Background background,
      final Runnable atFirstConnection,
      Consumer<String> console) {
    HookRegistry registry = new HookRegistry();
    Notices notices = new Notices(background, console);
    final SelfCheck selfCheck = new SelfCheck(registry, background, console, SETTLE_MILLIS);
    HookIndex gate = new HookIndex(stacks);
    this.instrumentation = instrumentation;
    this.failures =
        new HookFailures(
            gate.hooks(),
            background,
            notices,
            new HookFailures.Retransformation() {
              @Override
              public void of(Class<?> type) throws UnmodifiableClassException {
                instrumentation.retransformClasses(type);
              }
            });
    this.transformer =
        new HookTransformer(
            gate,
            KnownStack.without(stacks, Instrumenter.class.getClassLoader(), console),
            registry,
            selfCheck,
            new OnFirstWeave(background, new CarrierWakeUp()),
            failures,
            notices);
    this.loadedClasses = new LoadedClasses(instrumentation, transformer, notices);
    this.libraries =
        new Libraries(
            stacks,
            notices,
            new Runnable() {
              @Override
              public void run() {
                background.soon(atFirstConnection);
                selfCheck.connected();
              }
            });
  }

  /** From here on classes are woven as they are loaded; those already loaded are woven now. */
  public void install() {
    instrumentation.addTransformer(transformer, true);
    loadedClasses.retransform();
  }

  /** Finds the library that a connection belongs to. */
  public RecordingBackend.LibraryLookup libraries() {
    return libraries;
  }

  /** Takes what advice threw. */
  public RecordingBackend.HookFailureListener hookFailures() {
    return failures;
  }

  /** What lies beneath the stacks is woven from now on, see {@link WebSocketStack#isCarrier}. */
  private final class CarrierWakeUp implements Runnable {
    @Override
    public void run() {
      transformer.wakeCarriers();
      loadedClasses.retransform();
    }
  }
}
