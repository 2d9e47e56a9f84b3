package io.wsclose.instrumentation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * The class files of advice. Advice is never loaded: its types live in the application's loader,
 * and for a relocated copy under other names, to which the class file is rewritten.
 */
final class AdviceFiles {
  private static final String FACADE = "io/wsclose/bootstrap/";

  private final ClassLoader loader;
  private final String prefix;
  private final Set<String> referenced = new HashSet<String>();
  private final Set<String> facade = new HashSet<String>();
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
  synchronized Advised read(StackHook hook) throws IOException {
    String name = hook.adviceName();
    byte[] original = bytesOf(loader, name);
    packages = hook.stack().packages();
    referenced.clear();
    facade.clear();
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(writer, new Prefixing()), 0);
    byte[] file = prefix.isEmpty() ? original : writer.toByteArray();
    return new Advised(name, file, new HashSet<String>(referenced), new HashSet<String>(facade));
  }

  static byte[] bytesOf(ClassLoader loader, String name) throws IOException {
    InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class");
    if (in == null) {
      throw new IOException("no class file of " + name);
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
      byte[] buffer = new byte[4096];
      int count;
      while ((count = in.read(buffer)) >= 0) {
        out.write(buffer, 0, count);
      }
      return out.toByteArray();
    } finally {
      in.close();
    }
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
  }

  /** One advice class, ready for one copy of its stack. */
  static final class Advised {
    private final String name;
    private final byte[] file;
    private final Set<String> stackTypes;
    private final Set<String> facadeTypes;

    private Advised(String name, byte[] file, Set<String> stackTypes, Set<String> facadeTypes) {
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
     * The first of the stack's types in it that {@code target} lacks, or empty. A verifier that
     * meets a missing type rejects the whole class that the advice was woven into.
     */
    String missingIn(ClassFileLocator target) throws IOException {
      for (String type : stackTypes) {
        if (!target.locate(type).isResolved()) {
          return type;
        }
      }
      return "";
    }
  }
}
