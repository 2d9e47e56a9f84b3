// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * Outlines of classes as one class loader finds their files. They are kept for the loader whose
 * classes were woven last: the classes of a stack are loaded one after the other and refer to the
 * same few types. The JVM may drop them when it needs memory, and with the loader.
 */
final class ClassOutlines {
  private volatile OfLoader last = new OfLoader(null);

  /**
   * @param loader null for the bootstrap loader
   */
  Source in(ClassLoader loader, ClassFileLocator files) {
    OfLoader of = last;
    Map<String, ClassOutline> known = of.knownIn(loader);
    if (known == null) {
      of = new OfLoader(loader);
      known = of.knownIn(loader);
      last = of;
    }
    return new Source(known, files);
  }

  /** Finds outlines by the internal names of their classes. */
  static final class Source {
    private final Map<String, ClassOutline> known;
    private final ClassFileLocator files;

    private Source(Map<String, ClassOutline> known, ClassFileLocator files) {
      this.known = known;
      this.files = files;
    }

    /** Null where the loader has no such file. That is not kept: it may have one later. */
    ClassOutline of(String name) throws IOException {
      ClassOutline outline = known.get(name);
      if (outline == null) {
        ClassFileLocator.Resolution file = files.locate(name.replace('/', '.'));
        if (file.isResolved()) {
          outline = new ClassOutline(file.resolve());
          known.put(name, outline);
        }
      }
      return outline;
    }
  }

  private static final class OfLoader {
    private final boolean isBootstrap;
    private final WeakReference<ClassLoader> loader;
    private final SoftReference<Map<String, ClassOutline>> known;

    private OfLoader(ClassLoader loader) {
      this.isBootstrap = loader == null;
      this.loader = new WeakReference<ClassLoader>(loader);
      this.known =
          new SoftReference<Map<String, ClassOutline>>(
              new ConcurrentHashMap<String, ClassOutline>());
    }

    private Map<String, ClassOutline> knownIn(ClassLoader other) {
      boolean same = other == null ? isBootstrap : loader.get() == other;
      return same ? known.get() : null;
    }
  }
}
