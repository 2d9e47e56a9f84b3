// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.stack.Hook;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * The methods of a class that a hook means: by name and arity, with a body. A bridge only calls the
 * method that it bridges to, which is matched itself.
 */
final class HookMethods implements ElementMatcher<MethodDescription> {
  private final Hook hook;

  HookMethods(Hook hook) {
    this.hook = hook;
  }

  @Override
  public boolean matches(MethodDescription method) {
    return method != null
        && method.getInternalName().equals(hook.method())
        && (hook.arity() == Hook.ANY_ARITY || method.getParameters().size() == hook.arity())
        && !method.isAbstract()
        && !method.isNative()
        && !method.isBridge();
  }

  boolean anyIn(TypeDescription type) {
    for (MethodDescription method : type.getDeclaredMethods()) {
      if (matches(method)) {
        return true;
      }
    }
    return false;
  }
}
