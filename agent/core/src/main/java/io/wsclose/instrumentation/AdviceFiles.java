// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.bootstrap.AgentClassLoader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * The class files of advice. Advice is never loaded: its types live in the application's loader,
 * and for a relocated copy under other names, to which the class file is rewritten: its types, and
 * the string literals that name them.
 */
final class AdviceFiles {
  private static final String FACADE = "io/wsclose/bootstrap/";

  private final ClassLoader loader;
  private final String prefix;
  private final Set<String> referenced = new LinkedHashSet<String>();
  private final Set<String> facade = new HashSet<String>();
  private final List<MemberReference> members = new ArrayList<MemberReference>();
  private List<String> packages;

  /**
   * @param loader the agent's
   * @param prefix empty, or what stands before the stack's names in this copy, with slashes
   */
  AdviceFiles(ClassLoader loader, String prefix) {
    this.loader = loader;
    this.prefix = prefix;
  }

  /** The file, with the names of the copy that it is for. */
  synchronized Advised read(BoundHook hook) throws IOException {
    String name = hook.adviceName();
    byte[] original = AgentClassLoader.classFile(loader, name);
    packages = hook.stack().packages();
    referenced.clear();
    facade.clear();
    members.clear();
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(new Members(writer), new Prefixing()), 0);
    byte[] file = prefix.isEmpty() ? original : writer.toByteArray();
    return new Advised(
        name,
        file,
        new LinkedHashSet<String>(referenced),
        new ArrayList<MemberReference>(members),
        new HashSet<String>(facade));
  }

  private boolean isOfStack(String internalName) {
    for (String name : packages) {
      String start = name.replace('.', '/');
      if (internalName.startsWith(start)
          && (start.endsWith("/") || internalName.startsWith("/", start.length()))) {
        return true;
      }
    }
    return false;
  }

  private final class Prefixing extends Remapper {
    private Prefixing() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      if (!isOfStack(internalName)) {
        if (internalName.startsWith(FACADE)) {
          facade.add(internalName.replace('/', '.'));
        }
        return internalName;
      }
      String name = prefix + internalName;
      referenced.add(name.replace('/', '.'));
      return name;
    }

    /** Advice compares names on a stack trace with literals: they are other names in this copy. */
    @Override
    public Object mapValue(Object value) {
      if (!(value instanceof String)) {
        return super.mapValue(value);
      }
      String text = (String) value;
      if (!isOfStack(text.replace('.', '/'))) {
        return text;
      }
      return (text.indexOf('/') < 0 ? prefix.replace('/', '.') : prefix) + text;
    }
  }

  /** Sees the names of the copy, as it comes after the remapper. */
  private final class Members extends ClassVisitor {
    private Members(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean ofInterface) {
          add(owner, called, type, opcode == Opcodes.INVOKESTATIC, ofInterface);
          super.visitMethodInsn(opcode, owner, called, type, ofInterface);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
          boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
          add(owner, field, type, isStatic, false);
          super.visitFieldInsn(opcode, owner, field, type);
        }
      };
    }

    /** The JDK's and our own are there; arrays have what Object has. */
    private void add(
        String owner, String name, String type, boolean isStatic, boolean ofInterface) {
      if (!owner.startsWith("java/")
          && !owner.startsWith("io/wsclose/")
          && owner.charAt(0) != '[') {
        members.add(new MemberReference(owner, name, type, isStatic, ofInterface));
      }
    }
  }

  /** One advice class, ready for one copy of its stack. */
  static final class Advised {
    private final String name;
    private final byte[] file;
    private final Set<String> stackTypes;
    private final List<MemberReference> members;
    private final Set<String> facadeTypes;

    private Advised(
        String name,
        byte[] file,
        Set<String> stackTypes,
        List<MemberReference> members,
        Set<String> facadeTypes) {
      this.members = members;
      this.facadeTypes = facadeTypes;
      this.name = name;
      this.file = file;
      this.stackTypes = stackTypes;
    }

    String name() {
      return name;
    }

    byte[] file() {
      return file;
    }

    /** Those of the facade's types that it refers to. */
    Set<String> facadeTypes() {
      return facadeTypes;
    }

    /**
     * Binary names of those of the stack's types that it refers to. A verifier that meets a missing
     * type rejects the whole class that the advice was woven into.
     */
    Set<String> stackTypes() {
      return stackTypes;
    }

    /** The methods and fields that it uses, other than the JDK's and the facade's. */
    List<MemberReference> members() {
      return members;
    }
  }
}
