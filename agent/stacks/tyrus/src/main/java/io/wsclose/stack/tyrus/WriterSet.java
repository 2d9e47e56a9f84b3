package io.wsclose.stack.tyrus;

import io.wsclose.bootstrap.Recorder;
import net.bytebuddy.asm.Advice;

/** {@code ProtocolHandler#setWriter}: one handler for each connection. */
final class WriterSet {
  private WriterSet() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object handler, @Advice.Argument(0) Object writer) {
    Recorder.alias(writer, handler);
  }
}
