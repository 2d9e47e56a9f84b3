package io.wsclose.sink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class ApplicationCallTest {
  private final ClassLoader undeployable = new URLClassLoader(new URL[0], null);

  @Test
  void loggingThatStaysIsCalledHere() throws Exception {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    assertThat(ApplicationCall.under(system, Thread::currentThread))
        .isSameAs(Thread.currentThread());
    assertThat(ApplicationCall.under(null, Thread::currentThread)).isSameAs(Thread.currentThread());
    assertThat(ApplicationCall.under(null, this::context)).isNull();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void loggingThatCanBeUndeployedIsCalledOnAThreadThatEnds() throws Exception {
    Thread thread = ApplicationCall.under(undeployable, Thread::currentThread);

    assertThat(thread).isNotSameAs(Thread.currentThread());
    assertThat(thread.getName()).isEqualTo(Thread.currentThread().getName());
    assertThat(thread.isDaemon()).isTrue();
    thread.join();
    assertThat(ApplicationCall.under(undeployable, this::context)).isSameAs(undeployable);
  }

  @Test
  void throwsWhatTheCallThrows() {
    for (ClassLoader loader : new ClassLoader[] {null, undeployable}) {
      assertThatThrownBy(
              () ->
                  ApplicationCall.under(
                      loader,
                      () -> {
                        throw new IOException("full");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("full");
      assertThatThrownBy(
              () ->
                  ApplicationCall.under(
                      loader,
                      () -> {
                        throw new NoClassDefFoundError("gone");
                      }))
          .isInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void anInterruptReachesTheCall() throws Exception {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                ApplicationCall.under(
                    undeployable,
                    () -> {
                      Thread.sleep(60_000);
                      return null;
                    }))
        .isInstanceOf(InterruptedException.class);
  }

  private ClassLoader context() {
    return Thread.currentThread().getContextClassLoader();
  }
}
