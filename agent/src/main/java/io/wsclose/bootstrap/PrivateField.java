package io.wsclose.bootstrap;

import java.lang.reflect.Field;

/** A field of a stack's queue that no method shows; for the end of a connection, not for frames. */
public final class PrivateField {
  private PrivateField() {}

  /** Null where {@code type} has no such field, or a module or security manager guards it. */
  public static Field of(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      return null;
    } catch (RuntimeException e) {
      return null; // InaccessibleObjectException, a class of Java 9, or SecurityException
    }
  }

  /** The value of the field; null where there is none. */
  public static Object read(Object of, String name) {
    Field field = of(of.getClass(), name);
    try {
      return field == null ? null : field.get(of);
    } catch (IllegalAccessException e) {
      return null;
    }
  }
}
