// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.bootstrap.Recorder;
import io.wsclose.record.MessageText;
import io.wsclose.stack.WebSocketStack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.constant.ClassConstant;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.pool.TypePool;

/**
 * Inlines advice into one class, without any change of its structure, so that it works on classes
 * that are loaded already and beside other agents. The one place where Byte Buddy works; it is
 * loaded with the first class that has hooks.
 */
final class Weaver {
  private static final int MAX_REASON = 80;

  private final ClassLoader agent;

  /**
   * Supertypes are not looked at: an agent before us may have added some that no file describes.
   */
  private final ByteBuddy byteBuddy =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

  private final MethodDescription hookFailed;
  private final ClassOutlines outlines = new ClassOutlines();

  Weaver(ClassLoader agent) throws NoSuchMethodException {
    this.agent = agent;
    this.hookFailed =
        new MethodDescription.ForLoadedMethod(
            Recorder.class.getMethod("hookFailed", Throwable.class, Class.class, int.class));
  }

  /**
   * Binds as many of the hooks as fit; one that does not leaves the others alone.
   *
   * @param name binary name of the class
   * @param loader null for the bootstrap loader
   */
  WeaveResult weave(HookMatch match, String name, ClassLoader loader, byte[] original) {
    ClassFiles files = new ClassFiles(agent, loader);
    files.give(name, original);
    AdviceFiles advice = new AdviceFiles(agent, match.prefix());
    Target target = new Target(name, loader, files, outlines.in(loader, files));
    WeaveResult weaving = new WeaveResult();
    List<BoundHook> fitting = new ArrayList<BoundHook>();
    for (BoundHook hook : match.hooks()) {
      if (!target.appliesTo(hook.stack(), match.prefix())) {
        continue;
      }
      String misfit = target.misfit(hook, advice);
      if (misfit.isEmpty()) {
        fitting.add(hook);
      } else {
        weaving.missed(hook, misfit);
      }
    }
    if (fitting.isEmpty()) {
      return weaving;
    }
    TrialWeave trial = tryAll(target, fitting);
    if (!trial.succeeded()) {
      fitting = separately(target, fitting, weaving);
      trial = fitting.isEmpty() ? trial : tryAll(target, fitting);
    }
    for (BoundHook hook : fitting) {
      if (trial.succeeded()) {
        weaving.bound(hook);
      } else {
        weaving.missed(hook, "not with the others: " + trial.reason);
      }
    }
    weaving.wove(trial.bytes);
    return weaving;
  }

  private List<BoundHook> separately(Target target, List<BoundHook> hooks, WeaveResult weaving) {
    List<BoundHook> fitting = new ArrayList<BoundHook>();
    for (BoundHook hook : hooks) {
      List<BoundHook> alone = new ArrayList<BoundHook>(1);
      alone.add(hook);
      TrialWeave trial = tryAll(target, alone);
      if (trial.succeeded()) {
        fitting.add(hook);
      } else {
        weaving.missed(hook, trial.reason);
      }
    }
    return fitting;
  }

  /** Fails if any of the hooks does not fit: a field that is not there, a type that changed. */
  private TrialWeave tryAll(Target target, List<BoundHook> hooks) {
    try {
      DynamicType.Builder<?> builder = byteBuddy.decorate(target.type, target.files);
      for (BoundHook hook : hooks) {
        TypeDescription advice = target.pool.describe(hook.adviceName()).resolve();
        builder =
            builder.visit(
                Advice.to(advice, target.files)
                    .withExceptionHandler(new FailureCall(hookFailed, hook.number()))
                    .on(new HookMethods(hook.hook())));
      }
      return new TrialWeave(builder.make(target.pool).getBytes(), "");
    } catch (Exception | LinkageError misfit) {
      return new TrialWeave(null, inShort(misfit));
    }
  }

  /** One line of a few words: Byte Buddy's messages name what it did not find. */
  private static String inShort(Throwable misfit) {
    String text =
        misfit.getMessage() == null ? misfit.getClass().getSimpleName() : misfit.getMessage();
    return MessageText.cut(text, MAX_REASON);
  }

  /** {@code Recorder.hookFailed(failure, ThisClass.class, number)}. */
  private static final class FailureCall implements Advice.ExceptionHandler {
    private final MethodDescription hookFailed;
    private final int number;

    private FailureCall(MethodDescription hookFailed, int number) {
      this.hookFailed = hookFailed;
      this.number = number;
    }

    @Override
    public StackManipulation resolve(MethodDescription method, TypeDescription type) {
      return new StackManipulation.Compound(
          ClassConstant.of(type),
          IntegerConstant.forValue(number),
          MethodInvocation.invoke(hookFailed));
    }
  }

  private static final class TrialWeave {
    private final byte[] bytes;
    private final String reason;

    /**
     * @param bytes null if it failed
     */
    private TrialWeave(byte[] bytes, String reason) {
      this.bytes = bytes;
      this.reason = reason;
    }

    private boolean succeeded() {
      return bytes != null;
    }
  }

  /** The class being woven. */
  private static final class Target {
    private final ClassLoader loader;
    private final ClassFiles files;
    private final References references;
    private final TypePool pool;
    private final TypeDescription type;

    private Target(
        String name, ClassLoader loader, ClassFiles files, ClassOutlines.Source outlines) {
      this.references = new References(outlines, name.replace('.', '/'));
      this.loader = loader;
      this.files = files;
      this.pool = TypePool.Default.WithLazyResolution.of(files);
      this.type = pool.describe(name).resolve();
    }

    private boolean appliesTo(WebSocketStack stack, String prefix) {
      String marker = stack.marker();
      try {
        return marker.isEmpty() || files.locate(prefix.replace('/', '.') + marker).isResolved();
      } catch (IOException e) {
        return false;
      }
    }

    /** Why the hook cannot be tried; empty if it can. */
    private String misfit(BoundHook hook, AdviceFiles advice) {
      if (!new HookMethods(hook.hook()).anyIn(type)) {
        return "no such method";
      }
      try {
        AdviceFiles.Advised advised = advice.read(hook);
        files.give(advised.name(), advised.file());
        String missing = references.missing(advised);
        missing =
            missing.isEmpty() ? FacadeAccess.missingIn(loader, advised.facadeTypes()) : missing;
        return missing.isEmpty() ? "" : "needs " + missing;
      } catch (IOException | RuntimeException unreadable) {
        return inShort(unreadable);
      }
    }
  }
}
