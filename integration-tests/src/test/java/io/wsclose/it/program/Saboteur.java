// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * A second agent, which makes everything throw that the first one's hooks call. With the name of a
 * class as its argument, only what a hook in that class's constructors calls throws: the hook is
 * there, and does nothing.
 */
public final class Saboteur {
  public static final String DONE = "[saboteur] done";
  public static final String MESSAGE = "sabotage";

  /** With how often something threw. */
  public static final String COUNTED = "[saboteur] thrown: ";

  private static final String TARGET = "io.wsclose.bootstrap.Recorder";

  private Saboteur() {}

  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    System.getProperties().put(MESSAGE, new AtomicLong());
    if (arguments != null) {
      System.getProperties().put("sabotage.constructor", arguments);
    }
    Class<?> recorder = Class.forName(TARGET, false, null);
    instrumentation.addTransformer(new Mine(), true);
    instrumentation.retransformClasses(recorder);
    System.out.println(DONE);
  }

  /** Attached once more, it says how often something threw so far. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    System.out.println(COUNTED + System.getProperties().get(MESSAGE) + " " + arguments);
  }

  /** The classes that its jar must have. */
  public static List<Class<?>> parts() {
    return List.of(Saboteur.class, Mine.class, Bomb.class);
  }

  private static final class Mine implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
      if (!TARGET.replace('.', '/').equals(name)) {
        return null;
      }
      ClassFileLocator locator =
          new ClassFileLocator.Compound(
              ClassFileLocator.Simple.of(TARGET, file),
              ClassFileLocator.ForClassLoader.ofSystemLoader());
      return new ByteBuddy()
          .redefine(TypePool.Default.of(locator).describe(TARGET).resolve(), locator)
          .visit(
              Advice.to(Bomb.class)
                  .on(
                      isPublic()
                          .and(isStatic())
                          // how the agent gets in, and how it hears that a hook failed
                          .and(not(named("install").or(named("hookFailed"))))))
          .make()
          .getBytes();
    }
  }

  /** Goes off before the method does anything. */
  public static final class Bomb {
    private Bomb() {}

    @Advice.OnMethodEnter
    static void enter() {
      Object only = System.getProperties().get("sabotage.constructor");
      boolean hit = only == null;
      if (only != null) {
        StackTraceElement caller = new Throwable().getStackTrace()[1];
        hit = caller.getMethodName().equals("<init>") && caller.getClassName().equals(only);
      }
      if (hit) {
        ((AtomicLong) System.getProperties().get("sabotage")).incrementAndGet();
        throw new LinkageError("sabotage");
      }
    }
  }
}
