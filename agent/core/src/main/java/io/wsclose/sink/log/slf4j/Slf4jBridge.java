// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log.slf4j;

import io.wsclose.bootstrap.AgentClassLoader;
import java.io.IOException;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Loads {@code Slf4jCalls} where it sees both the application's SLF4J and the agent's {@link
 * Slf4j}.
 *
 * <p>This loader leads to the application's, so the agent must not hold it. The application's own
 * {@code LoggerFactory} class does, through a {@link ClassValue}: both are collected together.
 */
public final class Slf4jBridge extends ClassLoader {
  private static final String CALLS = "io.wsclose.sink.log.slf4j.Slf4jCalls";
  private static final ClassValue<Slf4j> BRIDGES = new OfFactory();

  private Slf4jBridge(ClassLoader slf4j) {
    super(slf4j);
  }

  /**
   * The SLF4J of this class, which is not initialized here.
   *
   * @param loggerFactory {@code org.slf4j.LoggerFactory} of the application
   */
  public static Slf4j of(Class<?> loggerFactory) {
    return BRIDGES.get(loggerFactory);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(CALLS)) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
    return name.equals(Slf4j.class.getName()) ? Slf4j.class : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      byte[] file = AgentClassLoader.classFile(Slf4jBridge.class.getClassLoader(), name);
      return defineClass(name, file, 0, file.length, Slf4jBridge.class.getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static final class OfFactory extends ClassValue<Slf4j> {
    @Override
    protected Slf4j computeValue(Class<?> loggerFactory) {
      return AccessController.doPrivileged(
          (PrivilegedAction<Slf4j>) () -> bridgeTo(loggerFactory.getClassLoader()));
    }

    private static Slf4j bridgeTo(ClassLoader slf4j) {
      try {
        Class<?> calls = new Slf4jBridge(slf4j).loadClass(CALLS);
        return (Slf4j) calls.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("the application's SLF4J cannot be called", e);
      }
    }
  }
}
