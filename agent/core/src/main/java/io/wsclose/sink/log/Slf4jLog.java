// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import io.wsclose.record.StackInstance;
import io.wsclose.sink.log.slf4j.Slf4j;
import io.wsclose.sink.log.slf4j.Slf4jBridge;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The application's own SLF4J, any version from 1.5 on.
 *
 * <p>It is looked for when there is a line to write and not before, because that initializes the
 * logging system. Only its {@code LoggerFactory} class is remembered, weakly: loggers lead to the
 * application's loader.
 */
final class Slf4jLog implements Log {
  private static final String FACTORY = "org.slf4j.LoggerFactory";
  private static final String[] PROVIDERS = {
    "META-INF/services/org.slf4j.spi.SLF4JServiceProvider", // 2.0
    "org/slf4j/impl/StaticLoggerBinder.class", // 1.x
  };

  private final ApplicationCall application = new ApplicationCall();

  /** By loader; an empty value says that it has none. */
  private final Map<ClassLoader, Optional<WeakReference<Class<?>>>> factories = new WeakHashMap<>();

  @Override
  public boolean write(StackInstance library, boolean warn, String line) throws Exception {
    Class<?> factory = factory(library.loader());
    if (factory == null) {
      factory = factory(ClassLoader.getSystemClassLoader());
    }
    if (factory == null) {
      return false;
    }
    Class<?> found = factory;
    return application.under(found.getClassLoader(), () -> write(found, warn, line));
  }

  private static boolean write(Class<?> factory, boolean warn, String line) {
    Slf4j slf4j = Slf4jBridge.of(factory);
    if (Appenders.areGone(slf4j.loggerFactory())) {
      throw new IllegalStateException("the application's log has been stopped");
    }
    slf4j.log(LOGGER, warn, line);
    return true;
  }

  private Class<?> factory(ClassLoader loader) {
    if (loader == null) {
      return null;
    }
    Optional<WeakReference<Class<?>>> known = factories.get(loader);
    if (known == null) {
      Class<?> found = find(loader);
      factories.put(
          loader, found == null ? Optional.empty() : Optional.of(new WeakReference<>(found)));
      return found;
    }
    return known.isPresent() ? known.get().get() : null;
  }

  Class<?> find(ClassLoader loader) {
    try {
      Class<?> factory = Class.forName(FACTORY, false, loader);
      return hasProvider(factory) ? factory : null;
    } catch (Exception | LinkageError e) {
      return null;
    }
  }

  /**
   * SLF4J alone is silent, and complains on standard error when it is first used: so its files are
   * looked for before it is asked.
   */
  private boolean hasProvider(Class<?> factory) throws Exception {
    ClassLoader loader = factory.getClassLoader();
    boolean found = System.getProperty("slf4j.provider") != null;
    for (String provider : PROVIDERS) {
      found = found || loader.getResource(provider) != null;
    }
    if (!found) {
      return false;
    }
    return application.under(loader, () -> Slf4jBridge.of(factory).loggerFactory() != null);
  }
}
