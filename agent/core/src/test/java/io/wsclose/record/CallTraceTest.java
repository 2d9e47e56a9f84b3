// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Caller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallTraceTest {
  private static final List<String> STACK =
      List.of("io.wsclose.record.CallTraceTest$Stack", "io.wsclose.record.CallTraceTest$EventLoop");

  private final Application application = new Application();

  @Test
  void namesTheApplicationBehindItsLibraries() {
    CallSite site =
        siteOf(application.kick(), "io.wsclose.record.CallTraceTest$Application").orElseThrow();

    assertThat(site.isApplication()).isTrue();
    assertThat(site.brief()).startsWith("CallTraceTest$Application.kick(CallTraceTest.java:");
  }

  @Test
  void namesTheOutermostLibraryWhereNoCodeOfTheApplicationIsRecognized() {
    CallSite site = siteOf(EventLoop.turn(), "com.acme").orElseThrow();

    assertThat(site.isApplication()).isFalse();
    assertThat(site.call().getMethodName()).isEqualTo("close");
  }

  @Test
  void keepsBothEndsOfADeepCallStack() {
    CallTrace trace = CallTrace.of(application.recurse(200), new ApplicationCode(List.of()), STACK);

    assertThat(trace.frames()).hasSize(64);
    assertThat(trace.passesMethod(List.of("main", "run"))).isTrue();
  }

  private static Optional<CallSite> siteOf(Caller caller, String prefix) {
    return CallTrace.of(caller, new ApplicationCode(List.of(prefix)), STACK).site(STACK);
  }

  private static final class Application {
    Caller kick() {
      return Library.close();
    }

    Caller recurse(int depth) {
      return depth == 0 ? Library.close() : recurse(depth - 1);
    }
  }

  private static final class Library {
    static Caller close() {
      return closeInternal();
    }

    private static Caller closeInternal() {
      return Stack.sendClose();
    }
  }

  private static final class EventLoop {
    static Caller turn() {
      return Library.close();
    }
  }

  private static final class Stack {
    static Caller sendClose() {
      return new Caller();
    }
  }
}
