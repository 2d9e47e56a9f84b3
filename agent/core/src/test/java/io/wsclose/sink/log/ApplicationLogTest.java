// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import io.wsclose.record.StackInstance;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ApplicationLogTest {
  private final List<String> written = new ArrayList<>();

  private static StackInstance in(ClassLoader loader) {
    return new StackInstance("netty", "", List.of(), loader);
  }

  private static URL jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void reachesTheApplicationsOwnLogback(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("app.log");
    Path configuration =
        Files.writeString(
            directory.resolve("logback.xml"),
            "<configuration><appender name='F' class='ch.qos.logback.core.FileAppender'><file>"
                + file
                + "</file><encoder><pattern>%level %logger - %msg%n</pattern></encoder></appender>"
                + "<root level='INFO'><appender-ref ref='F'/></root></configuration>");
    URL[] jars = {
      directory.toUri().toURL(),
      jarOf(LoggerFactory.class),
      jarOf(LoggerContext.class),
      jarOf(Context.class)
    };
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    assertThat(configuration).exists();
    try (URLClassLoader application =
        new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      Log log = new Slf4jLog();
      assertThat(log.write(in(application), true, "closed {} by \\{} peer")).isTrue();
      assertThat(log.write(in(application), false, "second")).isTrue();
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            "WARN io.wsclose.close - closed {} by \\{} peer"
                + System.lineSeparator()
                + "INFO io.wsclose.close - second"
                + System.lineSeparator());
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void slf4jWithoutAProviderIsNoLog() throws Exception {
    URL[] jars = {jarOf(LoggerFactory.class)};
    try (URLClassLoader application =
        new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      assertThat(new Slf4jLog().find(application)).isNull();
    }
  }

  @Test
  void anApplicationWithoutLoggingGetsStandardError() {
    assertThat(new Slf4jLog().find(ClassLoader.getPlatformClassLoader())).isNull();
  }

  @Test
  void theLastLogTakesOverForOneThatThrows() throws Exception {
    Log broken =
        (library, warn, line) -> {
          throw new IOException("disk full");
        };
    Log failing =
        (library, warn, line) -> {
          throw new AssertionError("an appender's own");
        };
    Log last = (library, warn, line) -> written.add(line);
    Log absent = (library, warn, line) -> false;
    Log log = new FallbackLog(Arrays.asList(absent, broken, last));
    assertThat(log.write(in(null), true, "line")).isTrue();
    assertThat(new FallbackLog(Arrays.asList(failing, last)).write(in(null), true, "next"))
        .isTrue();
    assertThat(written).containsExactly("line", "next");
    assertThatThrownBy(() -> new FallbackLog(List.of(broken)).write(in(null), true, "line"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void javaUtilLoggingIsLeftAloneUnlessTheApplicationSetItUp() throws Exception {
    assertThat(
            new JulLog(
                    () -> {
                      written.add("asked");
                      return false;
                    })
                .write(in(null), true, "line"))
        .isFalse();
    assertThat(written).containsExactly("asked");
  }

  @Test
  void javaUtilLoggingWithHandlersOfItsOwnGetsTheLine() throws Exception {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            if (record.getLevel() == Level.WARNING) {
              written.add(record.getLoggerName() + " " + record.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      assertThat(new JulLog(() -> true).write(in(null), true, "line {0}")).isTrue();
    } finally {
      root.removeHandler(handler);
    }
    assertThat(written).containsExactly("io.wsclose.close line {0}");
  }
}
