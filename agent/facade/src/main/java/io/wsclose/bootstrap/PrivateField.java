// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.lang.reflect.Field;

/** A field of a stack's queue that no method shows; for the end of a connection, not for frames. */
public final class PrivateField {
  private PrivateField() {}

  /**
   * Null where neither {@code type} nor a superclass has it, or a module or security manager guards
   * it.
   */
  public static Field of(Class<?> type, String name) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      try {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
      } catch (NoSuchFieldException e) {
        // a superclass may have it
      } catch (RuntimeException e) {
        return null; // InaccessibleObjectException, a class of Java 9, or SecurityException
      }
    }
    return null;
  }

  /** The value of the field; null where there is none, or no object. */
  public static Object read(Object of, String name) {
    Field field = of == null ? null : of(of.getClass(), name);
    try {
      return field == null ? null : field.get(of);
    } catch (IllegalAccessException e) {
      return null;
    }
  }
}
