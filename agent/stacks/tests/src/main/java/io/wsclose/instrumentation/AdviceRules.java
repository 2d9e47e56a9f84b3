// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import io.wsclose.bootstrap.AgentClassLoader;
import io.wsclose.stack.Hook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.commons.Remapper;

/** Reads the class file of one piece of advice and says what must not be in it. */
final class AdviceRules {
  private static final String ENTER = "Lnet/bytebuddy/asm/Advice$OnMethodEnter;";
  private static final String EXIT = "Lnet/bytebuddy/asm/Advice$OnMethodExit;";
  private static final Type NO_EXCEPTION =
      Type.getObjectType("net/bytebuddy/asm/Advice$NoExceptionHandler");

  private final List<String> packages;
  private final boolean forConstructor;
  private final List<String> violations = new ArrayList<>();
  private int adviceMethods;

  private AdviceRules(BoundHook hook) {
    packages = hook.stack().packages();
    forConstructor = hook.hook().method().equals(Hook.CONSTRUCTOR);
  }

  static List<String> violations(BoundHook hook) throws Exception {
    AdviceRules rules = new AdviceRules(hook);
    ClassReader reader =
        new ClassReader(
            AgentClassLoader.classFile(AdviceRules.class.getClassLoader(), hook.adviceName()));
    reader.accept(rules.new Methods(), 0);
    if (rules.adviceMethods == 0) {
      rules.violations.add("no advice method");
    }
    return rules.violations;
  }

  private boolean isAllowed(String type) {
    return type.startsWith("java/")
        || type.startsWith("javax/net/ssl/") // java.base
        || type.startsWith("javax/servlet/") // the interfaces that Jetty 9.4's own methods take
        || type.startsWith("io/wsclose/bootstrap/")
        || packages.stream().anyMatch(own -> type.startsWith(own.replace('.', '/')));
  }

  /** Visits the advice methods alone: the private constructor is not inlined. */
  private final class Methods extends ClassVisitor {
    private Methods() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      return new Body(access, method, descriptor);
    }
  }

  private static final class Collector extends Remapper {
    private final Set<String> types;

    private Collector(Set<String> types) {
      super(Opcodes.ASM9);
      this.types = types;
    }

    @Override
    public String map(String internalName) {
      types.add(internalName);
      return internalName;
    }
  }

  private final class Body extends MethodVisitor {
    private final int access;
    private final String method;
    private final String descriptor;
    private final Set<String> referenced = new HashSet<>();
    private final Collector collector = new Collector(referenced);
    private boolean isAdvice;
    private boolean dynamic;

    private Body(int access, String method, String descriptor) {
      super(Opcodes.ASM9);
      this.access = access;
      this.method = method;
      this.descriptor = descriptor;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      if (!annotation.equals(ENTER) && !annotation.equals(EXIT)) {
        return null;
      }
      isAdvice = true;
      adviceMethods++;
      return new Settings();
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      collector.mapType(type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String type) {
      collector.mapType(owner);
      collector.mapDesc(type);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String called, String type, boolean isInterface) {
      collector.mapType(owner);
      collector.mapMethodDesc(type);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String called, String type, Handle bootstrap, Object... arguments) {
      dynamic = true;
    }

    @Override
    public void visitLdcInsn(Object value) {
      collector.mapValue(value);
    }

    @Override
    public void visitEnd() {
      if (!isAdvice) {
        return;
      }
      collector.mapMethodDesc(descriptor);
      if ((access & Opcodes.ACC_STATIC) == 0) {
        violations.add(method + " is not static");
      }
      if (dynamic) {
        violations.add(method + " has a lambda or another dynamic call");
      }
      for (String type : referenced) {
        if (!isAllowed(type)) {
          violations.add(method + " refers to " + type);
        }
      }
    }

    private final class Settings extends AnnotationVisitor {
      private boolean suppresses;

      private Settings() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visit(String setting, Object value) {
        if (setting.equals("suppress")) {
          suppresses = value.equals(Type.getType(Throwable.class));
        }
        if (setting.equals("onThrowable") && forConstructor && !value.equals(NO_EXCEPTION)) {
          violations.add(method + " would catch what a constructor throws");
        }
      }

      @Override
      public void visitEnd() {
        if (!suppresses) {
          violations.add(method + " does not suppress what it throws");
        }
      }
    }
  }
}
