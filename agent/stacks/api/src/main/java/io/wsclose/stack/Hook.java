// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack;

/**
 * One method of one class, by name and arity, and the advice that goes into it.
 *
 * <p>Methods without a body are skipped, and so are bridge methods, which the compiler adds for
 * generic types: they only call the method that they bridge to, and that one matches itself.
 *
 * <p>The advice is named, not referred to: loading it would need the stack's types.
 */
public final class Hook {
  /** The method name that stands for constructors. */
  public static final String CONSTRUCTOR = "<init>";

  /** Any number of parameters. */
  public static final int ANY_ARITY = -1;

  private final String type;
  private final String method;
  private final int arity;
  private final String advice;
  private final boolean optional;

  private Hook(String type, String method, int arity, String advice, boolean optional) {
    this.type = type;
    this.method = method;
    this.arity = arity;
    this.advice = advice;
    this.optional = optional;
  }

  /**
   * @param type binary class name, e.g. {@code org.library.Channel$CloseFuture}
   * @param arity number of parameters, or {@link #ANY_ARITY}
   * @param advice simple name of an advice class in the package of its {@link WebSocketStack}, or
   *     the full name of one that several lines share
   */
  public static Hook of(String type, String method, int arity, String advice) {
    return new Hook(type, method, arity, advice, false);
  }

  /** For a method that not all covered versions have: where it is missing, that is no news. */
  public Hook optional() {
    return new Hook(type, method, arity, advice, true);
  }

  public boolean isOptional() {
    return optional;
  }

  public String type() {
    return type;
  }

  public String method() {
    return method;
  }

  public int arity() {
    return arity;
  }

  public String advice() {
    return advice;
  }

  @Override
  public String toString() {
    String simpleType = type.substring(type.lastIndexOf('.') + 1);
    return simpleType + "#" + method + (arity == ANY_ARITY ? "" : "/" + arity);
  }
}
