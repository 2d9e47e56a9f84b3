// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the agent apart from the application: what is bundled under {@code inst/} in the agent's
 * jar, classes renamed to {@code .classdata} so that no other loader can take them for its own.
 *
 * <p>Its parent is the platform loader (Java 8: the extension loader), so nothing of the
 * application's class path is seen from here and nothing in here from there.
 */
public final class AgentClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String ROOT = "inst/";
  private static final String FACADE = "io/wsclose/bootstrap/";

  /** Asked for once: classes are loaded under the application's calls, which may not ask for it. */
  private static final ProtectionDomain DOMAIN = AgentClassLoader.class.getProtectionDomain();

  private final JarFile jar;
  private final String location;

  /**
   * @param jar the agent's, stays open as long as the JVM runs
   */
  public AgentClassLoader(JarFile jar, ClassLoader parent) {
    super(parent);
    this.jar = jar;
    this.location = "jar:" + new File(jar.getName()).toURI() + "!/";
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      bytes = read(entryFor(name.replace('.', '/') + ".class"));
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length, DOMAIN);
  }

  @Override
  protected URL findResource(String name) {
    JarEntry entry = entryFor(name);
    if (entry == null) {
      return null;
    }
    try {
      return new URL(location + entry.getName());
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL resource = findResource(name);
    return Collections.enumeration(
        resource == null ? Collections.<URL>emptySet() : Collections.singleton(resource));
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    JarEntry entry = entryFor(name);
    if (entry == null) {
      return getParent() == null ? null : getParent().getResourceAsStream(name);
    }
    try {
      return jar.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }

  /** The bootstrap loader has the classes of the facade, but does not show their files. */
  private JarEntry entryFor(String name) {
    if (name.startsWith(FACADE)) {
      return jar.getJarEntry(name);
    }
    return jar.getJarEntry(ROOT + (name.endsWith(".class") ? name + "data" : name));
  }

  private byte[] read(JarEntry entry) throws IOException {
    if (entry == null) {
      return null;
    }
    return readAll(jar.getInputStream(entry), (int) entry.getSize());
  }

  /**
   * The class file of one of the agent's classes.
   *
   * @param loader the agent's
   */
  public static byte[] classFile(ClassLoader loader, String name) throws IOException {
    InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class");
    if (in == null) {
      throw new IOException("no class file of " + name);
    }
    return readAll(in, 0);
  }

  private static byte[] readAll(InputStream in, int size) throws IOException {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(1024, size));
      byte[] buffer = new byte[8192];
      int count;
      while ((count = in.read(buffer)) >= 0) {
        out.write(buffer, 0, count);
      }
      return out.toByteArray();
    } finally {
      in.close();
    }
  }
}
