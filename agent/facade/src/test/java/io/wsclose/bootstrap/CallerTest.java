// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class CallerTest {
  @Test
  void namesWhoCalled() {
    assertThat(new Caller().getStackTrace())
        .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("namesWhoCalled"));
  }

  @Test
  void keepsTheInnermostFramesOfADeepStackOnly() {
    StackTraceElement[] frames = deep(500).getStackTrace();
    assertThat(frames).hasSize(72);
    assertThat(frames[1].getMethodName()).isEqualTo("deep");
  }

  private static Caller deep(int levels) {
    return levels == 0 ? new Caller() : deep(levels - 1);
  }

  /** A Throwable as the JVM fills it in would keep the application's loader here. */
  @Test
  void keepsNoClassOfTheApplication() throws Exception {
    Throwable[] kept = new Throwable[1];
    WeakReference<ClassLoader> application = call(kept);
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(application.get()).isNull();
            });
    assertThat(kept[0].getStackTrace())
        .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("goodbye"));
  }

  private static WeakReference<ClassLoader> call(Throwable[] kept) throws Exception {
    URL classes = CallerTest.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader = new OwnCopy(classes)) {
      Object application =
          loader.loadClass(Application.class.getName()).getConstructor().newInstance();
      kept[0] = (Throwable) application.getClass().getMethod("goodbye").invoke(application);
      return new WeakReference<>(loader);
    }
  }

  public static final class Application {
    public Throwable goodbye() {
      return new Caller();
    }
  }

  private static final class OwnCopy extends URLClassLoader {
    private OwnCopy(URL classes) {
      super(new URL[] {classes}, CallerTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return name.equals(Application.class.getName())
          ? findClass(name)
          : super.loadClass(name, resolve);
    }
  }
}
