// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What a class file says of its class: supertypes, and members by name and descriptor. */
final class ClassOutline {
  private String name = "";
  private int access;
  private String superclass;
  private String[] interfaces = {};
  private boolean readable;
  private final Map<String, Integer> members = new HashMap<String, Integer>();

  ClassOutline(byte[] file) {
    try {
      ClassReader reader = new ClassReader(file);
      name = reader.getClassName();
      access = reader.getAccess();
      superclass = reader.getSuperName();
      interfaces = reader.getInterfaces();
      reader.accept(
          new Members(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      readable = true;
    } catch (RuntimeException unknownFormat) {
      // a class file of a later Java
    }
  }

  /** Whether the file could be read; if not, the outline is empty. */
  boolean isReadable() {
    return readable;
  }

  /** Internal name. */
  String name() {
    return name;
  }

  boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Internal name; null for {@code Object}. */
  String superclass() {
    return superclass;
  }

  /** Internal names. */
  String[] interfaces() {
    return interfaces;
  }

  /** Its access flags; null if this class itself does not declare it. */
  Integer accessOf(String member, String descriptor) {
    return members.get(member + descriptor);
  }

  /** Whether it declares a method of this name and these parameters with another result. */
  boolean hasOtherResult(MemberReference method) {
    String start =
        method.name() + method.descriptor().substring(0, method.descriptor().lastIndexOf(')') + 1);
    for (String member : members.keySet()) {
      if (member.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  boolean isInPackageOf(String otherName) {
    return packageOf(name).equals(packageOf(otherName));
  }

  private static String packageOf(String internalName) {
    return internalName.substring(0, internalName.lastIndexOf('/') + 1);
  }

  private final class Members extends ClassVisitor {
    private Members() {
      super(Opcodes.ASM9);
    }

    @Override
    public FieldVisitor visitField(
        int flags, String field, String descriptor, String signature, Object value) {
      members.put(field + descriptor, flags);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int flags, String method, String descriptor, String signature, String[] exceptions) {
      members.put(method + descriptor, flags);
      return null;
    }
  }
}
