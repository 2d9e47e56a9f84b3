// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import net.bytebuddy.jar.asm.Type;

/** A method or field of another class that a piece of advice uses, as its class file names it. */
final class MemberReference {
  private final String owner;
  private final String name;
  private final String descriptor;
  private final boolean isStatic;
  private final boolean ofInterface;

  /**
   * @param owner internal name of the class that the instruction names
   * @param ofInterface whether the instruction takes the owner for an interface; false for fields,
   *     whose instructions do not say
   */
  MemberReference(
      String owner, String name, String descriptor, boolean isStatic, boolean ofInterface) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.isStatic = isStatic;
    this.ofInterface = ofInterface;
  }

  String owner() {
    return owner;
  }

  String name() {
    return name;
  }

  String descriptor() {
    return descriptor;
  }

  boolean isStatic() {
    return isStatic;
  }

  boolean isOfInterface() {
    return ofInterface;
  }

  boolean isMethod() {
    return descriptor.charAt(0) == '(';
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Result of the method, type of the field; without its package. */
  String type() {
    return simpleName(isMethod() ? Type.getReturnType(descriptor) : Type.getType(descriptor));
  }

  /**
   * As a reader of the stack's source would name it, e.g. {@code ByteBuf#getBytes(int, byte[])}.
   */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(simpleName(Type.getObjectType(owner))).append('#').append(name);
    if (isMethod()) {
      text.append('(');
      String separator = "";
      for (Type parameter : Type.getArgumentTypes(descriptor)) {
        text.append(separator).append(simpleName(parameter));
        separator = ", ";
      }
      text.append(')');
    }
    return text.toString();
  }

  private static String simpleName(Type type) {
    String name = type.getClassName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
