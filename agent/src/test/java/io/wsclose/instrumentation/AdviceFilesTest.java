// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Advice for relocated copies, read from the class files of all stacks in service. */
class AdviceFilesTest {
  private final ClassLoader loader = getClass().getClassLoader();

  @Test
  void literalsNameTheClassesOfTheCopy() throws Exception {
    List<String> relocated = new ArrayList<>();
    for (WebSocketStack stack : ServiceLoader.load(WebSocketStack.class)) {
      for (Hook hook : stack.hooks()) {
        byte[] file =
            new AdviceFiles(loader, "com/shop/shaded/").read(new BoundHook(stack, hook, 0)).file();
        for (String literal : literals(file)) {
          String name = literal.replace('/', '.');
          assertThat(stack.packages()).as(hook.advice()).noneMatch(name::startsWith);
          if (name.startsWith("com.shop.shaded.")) {
            relocated.add(literal);
          }
        }
      }
    }
    assertThat(relocated).contains("com.shop.shaded.org.xnio.IoUtils");
  }

  private static List<String> literals(byte[] file) {
    List<String> literals = new ArrayList<>();
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitLdcInsn(Object value) {
                    if (value instanceof String) {
                      literals.add((String) value);
                    }
                  }
                };
              }
            },
            0);
    return literals;
  }
}
