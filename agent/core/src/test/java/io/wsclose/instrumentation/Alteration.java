// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.function.IntUnaryOperator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What another release of a stack changed in one of its classes. */
abstract class Alteration extends ClassVisitor {
  private final String type;

  /**
   * @param type internal name
   */
  private Alteration(String type) {
    super(Opcodes.ASM9);
    this.type = type;
  }

  static Alteration none() {
    return new Alteration("") {};
  }

  static Alteration ofClass(String type, IntUnaryOperator flags) {
    return new Alteration(type) {
      @Override
      public void visit(
          int version, int access, String name, String signature, String parent, String[] types) {
        super.visit(version, flags.applyAsInt(access), name, signature, parent, types);
      }
    };
  }

  static Alteration withoutInterfaces(String type) {
    return new Alteration(type) {
      @Override
      public void visit(
          int version, int access, String name, String signature, String parent, String[] types) {
        super.visit(version, access, name, signature, parent, new String[0]);
      }
    };
  }

  static Alteration ofMethod(String type, String method, IntUnaryOperator flags) {
    return new Alteration(type) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        int altered = name.equals(method) ? flags.applyAsInt(access) : access;
        return super.visitMethod(altered, name, descriptor, signature, exceptions);
      }
    };
  }

  static Alteration ofDescriptor(String type, String method, String replacement) {
    return new Alteration(type) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        String altered = name.equals(method) ? replacement : descriptor;
        return super.visitMethod(access, name, altered, signature, exceptions);
      }
    };
  }

  static Alteration withoutMethod(String type, String method) {
    return new Alteration(type) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        return name.equals(method)
            ? null
            : super.visitMethod(access, name, descriptor, signature, exceptions);
      }
    };
  }

  boolean concerns(String internalName) {
    return !type.isEmpty() && internalName.endsWith(type);
  }

  byte[] applied(byte[] file) {
    ClassWriter writer = new ClassWriter(0);
    cv = writer;
    new ClassReader(file).accept(this, 0);
    return writer.toByteArray();
  }
}
