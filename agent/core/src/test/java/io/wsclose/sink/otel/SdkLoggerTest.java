// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** The build renames the bundled libraries' logger: what they call must be there. */
class SdkLoggerTest {
  private static final String JDK_LOGGER = "java/util/logging/Logger";
  private static final String OURS = "io/wsclose/sink/otel/SdkLogger";

  @Test
  void hasWhateverTheBundledLibrariesCall() throws IOException {
    Set<String> present = new TreeSet<>();
    for (Method method : SdkLogger.class.getDeclaredMethods()) {
      MethodDescription description = new MethodDescription.ForLoadedMethod(method);
      present.add(method.getName() + description.getDescriptor());
    }
    Set<String> called = new TreeSet<>();
    List<File> jars = bundled();
    for (File jar : jars) {
      collect(jar, called);
    }
    assertThat(jars).hasSizeGreaterThan(12);
    assertThat(called).contains("getLogger(Ljava/lang/String;)L" + OURS + ";");
    assertThat(present).containsAll(called);
  }

  /** OpenTelemetry and what its exporters need; nothing else that is bundled logs. */
  private static List<File> bundled() {
    List<File> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = new File(entry).getName();
      if (name.matches("(opentelemetry|okhttp|okio|kotlin|byte-buddy|annotations).*\\.jar")
          && !name.contains("-testing-")) {
        jars.add(new File(entry));
      }
    }
    return jars;
  }

  private static void collect(File file, Set<String> called) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        boolean bundled = !entry.getName().startsWith("META-INF/");
        if (bundled && entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            new ClassReader(in).accept(new Calls(called), ClassReader.SKIP_DEBUG);
          }
        }
      }
    }
  }

  private static final class Calls extends ClassVisitor {
    private final Set<String> called;

    private Calls(Set<String> called) {
      super(Opcodes.ASM9);
      this.called = called;
    }

    @Override
    public MethodVisitor visitMethod(int a, String n, String d, String s, String[] e) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(int op, String owner, String name, String desc, boolean i) {
          add(owner, name, desc);
        }

        @Override
        public void visitInvokeDynamicInsn(String n2, String d2, Handle boot, Object... values) {
          for (Object value : values) {
            if (value instanceof Handle) {
              Handle handle = (Handle) value;
              add(handle.getOwner(), handle.getName(), handle.getDesc());
            }
          }
        }
      };
    }

    private void add(String owner, String name, String descriptor) {
      if (owner.equals(JDK_LOGGER)) {
        called.add(name + descriptor.replace("L" + JDK_LOGGER + ";", "L" + OURS + ";"));
      }
    }
  }
}
