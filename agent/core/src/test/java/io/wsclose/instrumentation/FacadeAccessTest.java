// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.AgentClassLoader;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Upgrade;
import io.wsclose.instrumentation.sample.SampleStack;
import io.wsclose.stack.Hook;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FacadeAccessTest {
  private static final String FACADE = Recorder.class.getName();
  private static final Hook CLOSE = Hook.of("acme.ws.Channel", "close", 1, "CloseAdvice");

  private final FacadeAccess access = new FacadeAccess();

  @Test
  void loadersThatSeeTheFacadeAreWoven() {
    assertThat(access.obstacle(null)).isEmpty();
    assertThat(access.obstacle(getClass().getClassLoader())).isEmpty();
    assertThat(access.obstacle(new Answering(() -> Recorder.class))).isEmpty();
  }

  @Test
  void loadersThatDoNotSeeItAreNotWovenAndAskedOnce() {
    AtomicInteger asked = new AtomicInteger();
    ClassLoader loader =
        new Answering(
            () -> {
              asked.incrementAndGet();
              throw new ClassNotFoundException(FACADE);
            });

    assertThat(access.obstacle(loader)).contains("does not see the package io.wsclose.bootstrap");
    assertThat(access.obstacle(loader)).contains("does not see the package io.wsclose.bootstrap");
    assertThat(asked).hasValue(1);
  }

  @Test
  void loadersThatThrowAreNotWoven() {
    assertThat(
            access.obstacle(
                new Answering(
                    () -> {
                      throw new IllegalStateException("stopped");
                    })))
        .isNotEmpty();
    assertThat(
            access.obstacle(
                new Answering(
                    () -> {
                      throw new NoClassDefFoundError(FACADE);
                    })))
        .isNotEmpty();
    assertThat(access.obstacle(new Answering(() -> null))).isNotEmpty();
  }

  @Test
  void loadersWithAnotherCopyAreNotWoven() {
    assertThat(access.obstacle(new OwnCopy()))
        .isEqualTo("it has a copy of wsclose of its own: remove wsclose.jar from its class path");
  }

  @Test
  @Timeout(30)
  void aLoaderThatComesBackWhileItIsAskedIsNotAskedAgain() {
    AtomicReference<ClassLoader> self = new AtomicReference<>();
    AtomicReference<String> inner = new AtomicReference<>();
    self.set(
        new Answering(
            () -> {
              inner.set(access.obstacle(self.get()));
              return Recorder.class;
            }));

    assertThat(access.obstacle(self.get())).isEmpty();
    assertThat(inner.get()).isNotEmpty();
    assertThat(access.obstacle(self.get())).isEmpty();
  }

  @Test
  @Timeout(30)
  void isNotHeldUpByAnotherLoadersAnswer() throws Exception {
    ClassLoader slow =
        new Answering(
            () -> {
              Thread other = new Thread(() -> access.obstacle(new Answering(() -> null)));
              other.start();
              other.join();
              return Recorder.class;
            });

    assertThat(access.obstacle(slow)).isEmpty();
  }

  @Test
  @Timeout(60)
  void keepsNoLoader() throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(new Answering(() -> Recorder.class));
    access.obstacle(loader.get());

    while (loader.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
  }

  @Test
  void classesOfSuchALoaderStayAsTheyAreAndThatIsSaidOnce() throws Exception {
    Bench bench = new Bench(SampleStack.with(CLOSE));
    byte[] original = AgentClassLoader.classFile(getClass().getClassLoader(), "acme.ws.Channel");
    for (int i = 0; i < 3; i++) {
      ClassLoader loader = new Answering(() -> null);
      assertThat(bench.transformer.transform(loader, "acme/ws/Channel", null, null, original))
          .isNull();
    }

    assertThat(bench.settled())
        .containsExactly(
            "sample is not instrumented in "
                + Answering.class.getName()
                + ", its closes leave no events: it does not see the package io.wsclose.bootstrap;"
                + " make it delegate that package to its parent, or to the bootstrap loader");
    assertThat(bench.firstStacks).hasValue(0);
  }

  @Test
  void eachClassOfTheFacadeThatAdviceRefersToIsAskedFor() throws Exception {
    ClassLoader agent = getClass().getClassLoader();
    BoundHook hook =
        new BoundHook(SampleStack.with(), Hook.of("any", "any", 0, "UpgradeAdvice"), 0);
    Iterable<String> types = new AdviceFiles(agent, "").read(hook).facadeTypes();

    assertThat(types)
        .contains(FACADE, Connection.class.getName(), Upgrade.class.getName())
        .allSatisfy(type -> assertThat(type).startsWith("io.wsclose.bootstrap."));
    assertThat(FacadeAccess.missingIn(agent, types)).isEmpty();
    assertThat(FacadeAccess.missingIn(null, types)).isEmpty();
    assertThat(FacadeAccess.missingIn(new Answering(() -> null), types)).isEqualTo(FACADE);
    assertThat(FacadeAccess.missingIn(new OwnCopy(), types)).isEqualTo(FACADE);
  }

  /** Sees everything but the facade, for which it has an answer of its own. */
  private static final class Answering extends ClassLoader {
    private final Callable<Class<?>> answer;

    private Answering(Callable<Class<?>> answer) {
      super(FacadeAccessTest.class.getClassLoader());
      this.answer = answer;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(FACADE)) {
        return super.loadClass(name, resolve);
      }
      try {
        return answer.call();
      } catch (ClassNotFoundException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** As an application that has the agent's jar among its own. */
  private static final class OwnCopy extends ClassLoader {
    private OwnCopy() {
      super(FacadeAccessTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(FACADE)) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
