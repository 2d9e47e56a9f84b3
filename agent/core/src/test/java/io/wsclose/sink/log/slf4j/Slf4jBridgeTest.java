// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log.slf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class Slf4jBridgeTest {
  private static URL jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static URLClassLoader application(Class<?>... ofJars) {
    URL[] jars = new URL[ofJars.length];
    for (int i = 0; i < jars.length; i++) {
      jars[i] = jarOf(ofJars[i]);
    }
    return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
  }

  private static Class<?> factory(ClassLoader application) throws ClassNotFoundException {
    return Class.forName("org.slf4j.LoggerFactory", false, application);
  }

  @Test
  void callsTheSlf4jOfTheApplicationAndNotTheAgents() throws Exception {
    try (URLClassLoader application =
        application(LoggerFactory.class, LoggerContext.class, Context.class)) {
      Slf4j slf4j = Slf4jBridge.of(factory(application));
      assertThat(slf4j.loggerFactory().getClass().getClassLoader()).isSameAs(application);
      assertThat(slf4j.getClass().getClassLoader()).isInstanceOf(Slf4jBridge.class);
      assertThat(Slf4jBridge.of(factory(application))).isSameAs(slf4j);
    }
  }

  @Test
  void slf4jAloneHasNoLoggerFactory() throws Exception {
    try (URLClassLoader application = application(LoggerFactory.class)) {
      assertThat(Slf4jBridge.of(factory(application)).loggerFactory()).isNull();
    }
  }

  @Test
  void theApplicationAndItsBridgeAreCollectedTogether() throws Exception {
    WeakReference<?>[] gone = use();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              System.gc();
              return gone[0].get() == null && gone[1].get() == null;
            });
  }

  private static WeakReference<?>[] use() throws Exception {
    try (URLClassLoader application =
        application(LoggerFactory.class, LoggerContext.class, Context.class)) {
      Slf4j slf4j = Slf4jBridge.of(factory(application));
      slf4j.log("io.wsclose.close", true, "line");
      return new WeakReference<?>[] {new WeakReference<>(application), new WeakReference<>(slf4j)};
    }
  }
}
