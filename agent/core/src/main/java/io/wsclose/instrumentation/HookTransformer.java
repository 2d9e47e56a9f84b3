// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.lang.instrument.ClassFileTransformer;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;
import java.util.Map;

/**
 * Sees every class that the JVM loads, and weaves those few that have hooks. Whatever goes wrong, a
 * class stays as it is.
 */
final class HookTransformer implements ClassFileTransformer {
  private final ClassLoader agent = HookTransformer.class.getClassLoader();
  private final HookIndex gate;
  private final Map<String, KnownStack> uncovered;
  private final HookRegistry registry;
  private final SelfCheck selfCheck;
  private final OnFirstWeave firstStack;
  private final HookFailures failures;
  private final Notices notices;
  private final FacadeAccess facade = new FacadeAccess();
  private volatile boolean carriersAwake;
  private volatile Weaver weaver;

  HookTransformer(
      HookIndex gate,
      Map<String, KnownStack> uncovered,
      HookRegistry registry,
      SelfCheck selfCheck,
      OnFirstWeave firstStack,
      HookFailures failures,
      Notices notices) {
    this.gate = gate;
    this.uncovered = uncovered;
    this.registry = registry;
    this.selfCheck = selfCheck;
    this.firstStack = firstStack;
    this.failures = failures;
    this.notices = notices;
  }

  /** From now on classes beneath the stacks are woven too. */
  void wakeCarriers() {
    carriersAwake = true;
  }

  /** Whether {@link #transform} would do something with a class that is loaded already. */
  boolean concerns(Class<?> type) {
    if (type.getClassLoader() == agent || type.isArray() || type.isPrimitive()) {
      return false;
    }
    String internalName = type.getName().replace('.', '/');
    HookMatch match = gate.match(internalName);
    return match == null
        ? uncovered.containsKey(internalName)
        : carriersAwake || !match.isCarrier();
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] original) {
    if (internalName == null || loader == agent) {
      return null;
    }
    try {
      HookMatch match = gate.match(internalName);
      if (match != null) {
        return match.isCarrier() && !carriersAwake
            ? null
            : privileged(failures.withoutRemoved(match, redefined), loader, internalName, original);
      }
      KnownStack stack = uncovered.get(internalName);
      if (stack != null && !isAgent(loader)) {
        registry.uncovered(stack, internalName, loader);
        selfCheck.changed();
      }
      return null;
    } catch (Throwable failure) {
      notices.leftAlone(internalName, failure);
      return null;
    }
  }

  /** With a SecurityManager the application that loads the class may do little of what it takes. */
  private byte[] privileged(
      final HookMatch match,
      final ClassLoader loader,
      final String internalName,
      final byte[] original)
      throws PrivilegedActionException {
    return AccessController.doPrivileged(
        new PrivilegedExceptionAction<byte[]>() {
          @Override
          public byte[] run() throws NoSuchMethodException {
            return weave(match, loader, internalName, original);
          }
        });
  }

  private byte[] weave(HookMatch match, ClassLoader loader, String internalName, byte[] original)
      throws NoSuchMethodException {
    if (match.hooks().isEmpty()) {
      return null;
    }
    String obstacle = facade.obstacle(loader);
    if (!obstacle.isEmpty()) {
      notices.notWoven(match.hooks().get(0).stack().name(), loader, obstacle);
      return null;
    }
    WeaveResult weaving = weaver().weave(match, internalName.replace('/', '.'), loader, original);
    registry.record(match, internalName, loader, weaving);
    if (!match.isCarrier()) {
      firstStack.woven();
    }
    selfCheck.changed();
    return weaving.bytes();
  }

  private Weaver weaver() throws NoSuchMethodException {
    Weaver known = weaver;
    if (known == null) {
      known = new Weaver(agent);
      weaver = known;
    }
    return known;
  }

  /** Agents bundle HTTP clients, and their own traffic is not the application's. */
  private static boolean isAgent(ClassLoader loader) {
    return loader != null && loader.getClass().getName().startsWith("io.opentelemetry.javaagent.");
  }
}
