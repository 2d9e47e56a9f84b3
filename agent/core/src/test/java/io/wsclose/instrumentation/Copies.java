// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Loads copies of the sample stack's classes, under a prefix or not, each through a transformer, as
 * a class loader of an application would.
 */
final class Copies extends ClassLoader {
  private static final String ORIGINALS = "acme/ws/";

  private final HookTransformer transformer;
  private final String prefix;
  private final Alteration release;
  private final Set<String> withheld;

  Copies(HookTransformer transformer, String prefix, String... withheld) {
    this(transformer, prefix, Alteration.none(), withheld);
  }

  Copies(HookTransformer transformer, String prefix, Alteration release, String... withheld) {
    super(Copies.class.getClassLoader());
    this.transformer = transformer;
    this.prefix = prefix;
    this.release = release;
    this.withheld = Set.of(withheld);
  }

  Object newChannel() throws ReflectiveOperationException {
    return loadClass(prefix.replace('/', '.') + "acme.ws.Channel")
        .getConstructor(frameType())
        .newInstance(newFrame("hello"));
  }

  Object newFrame(String text) throws ReflectiveOperationException {
    return frameType().getConstructor(String.class).newInstance(text);
  }

  Class<?> frameType() throws ClassNotFoundException {
    return loadClass(prefix.replace('/', '.') + "acme.ws.Frame");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    if (!internalName.startsWith(prefix + ORIGINALS)) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    return loaded == null ? define(internalName) : loaded;
  }

  private Class<?> define(String internalName) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(internalName);
      }
      byte[] original = in.readAllBytes();
      byte[] woven = transformer.transform(this, internalName, null, null, original);
      byte[] bytes = woven == null ? original : woven;
      return defineClass(internalName.replace('/', '.'), bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(internalName, e);
    }
  }

  /** Serves class files as a shaded jar would, or one of another release. */
  @Override
  public InputStream getResourceAsStream(String name) {
    if (withheld.contains(name)) {
      return null;
    }
    if (!name.startsWith(prefix + ORIGINALS)) {
      return super.getResourceAsStream(name);
    }
    try (InputStream in = super.getResourceAsStream(name.substring(prefix.length()))) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(in.readAllBytes()).accept(new ClassRemapper(writer, new Relocation()), 0);
      byte[] file = writer.toByteArray();
      return new ByteArrayInputStream(
          release.concerns(name.substring(0, name.length() - ".class".length()))
              ? release.applied(file)
              : file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Relocation extends Remapper {
    private Relocation() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      return internalName.startsWith(ORIGINALS) ? prefix + internalName : internalName;
    }
  }
}
