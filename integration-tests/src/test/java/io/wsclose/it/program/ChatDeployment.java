// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * A chat service of {@code samples} in a container. It is made and stopped as its {@code main} and
 * its console do it, by reflection, because {@code main} would leave a shutdown hook behind, and
 * with it the class loader.
 */
final class ChatDeployment {
  private final ChildFirstLoader loader;
  private final Object service;

  private ChatDeployment(ChildFirstLoader loader, Object service) {
    this.loader = loader;
    this.service = service;
  }

  static ChatDeployment start(ChildFirstLoader loader, String[] arguments)
      throws ReflectiveOperationException {
    Class<?> type = loader.loadClass("com.acme.chat.ChatServer");
    Method of = loader.loadClass("com.acme.chat.Settings").getDeclaredMethod("of", String[].class);
    of.setAccessible(true);
    Object settings = of.invoke(null, (Object) arguments);
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    if (constructor.getParameterCount() > 0) {
      return new ChatDeployment(loader, constructor.newInstance(settings));
    }
    Field shared = type.getDeclaredField("settings");
    shared.setAccessible(true);
    shared.set(null, settings);
    return new ChatDeployment(loader, constructor.newInstance());
  }

  void stop() throws ReflectiveOperationException {
    Method stop = service.getClass().getDeclaredMethod("stop");
    stop.setAccessible(true);
    stop.invoke(service);
  }

  ChildFirstLoader loader() {
    return loader;
  }
}
