// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads a stack from the jars of one release, and weaves its classes as an application's are. */
final class ReleaseLoader extends URLClassLoader {
  private final HookIndex gate;
  private final Weaver weaver;
  private final List<BoundHook> bound = new ArrayList<>();
  private final Map<BoundHook, String> missed = new LinkedHashMap<>();

  ReleaseLoader(List<Path> jars, HookIndex gate, Weaver weaver) {
    super(urls(jars), new FacadeOnly());
    this.gate = gate;
    this.weaver = weaver;
  }

  /** Hooks that are in their classes. */
  List<BoundHook> bound() {
    return bound;
  }

  /** Hooks that do not fit their classes, with the reasons. */
  Map<BoundHook, String> missed() {
    return missed;
  }

  /** Loads all classes that have hooks, as far as they are there, and has the JVM verify them. */
  void loadAll() {
    Map<String, Class<?>> loaded = new HashMap<>();
    for (BoundHook hook : gate.hooks()) {
      String type = hook.hook().type();
      if (!loaded.containsKey(type) && findResource(fileOf(type)) != null) {
        loaded.put(type, load(type));
      }
    }
  }

  private Class<?> load(String type) {
    try {
      Class<?> loaded = loadClass(type);
      // links the class, which verifies it, but does not initialize it
      loaded.getDeclaredFields();
      return loaded;
    } catch (ClassNotFoundException cannotBe) {
      throw new IllegalStateException(cannotBe);
    } catch (NoClassDefFoundError optionalDependency) {
      // the release's own: with or without hooks
      return null;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    HookMatch match = gate.match(name.replace('.', '/'));
    if (match == null) {
      return super.findClass(name);
    }
    try (InputStream in = getResourceAsStream(fileOf(name))) {
      byte[] original = in.readAllBytes();
      WeaveResult weaving = weaver.weave(match, name, this, original);
      bound.addAll(weaving.bound());
      missed.putAll(weaving.missed());
      byte[] bytes = weaving.bytes() == null ? original : weaving.bytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static String fileOf(String type) {
    return type.replace('.', '/') + ".class";
  }

  private static URL[] urls(List<Path> jars) {
    return jars.stream().map(ReleaseLoader::url).toArray(URL[]::new);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The JDK and the facade: no stack that the tests' own class path has. */
  private static final class FacadeOnly extends ClassLoader {
    private FacadeOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.startsWith("io.wsclose.bootstrap.")) {
        throw new ClassNotFoundException(name);
      }
      return Class.forName(name, false, ReleaseLoader.class.getClassLoader());
    }
  }
}
