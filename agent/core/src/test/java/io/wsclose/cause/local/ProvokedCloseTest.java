// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ProvokedCloseTest {

  @Test
  void sessionExpired() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(10, FactKind.SESSION_EXPIRED)
                .called(10.1, FactKind.CLOSE_REQUESTED, "io.netty.X.invalidate")
                .closeSent(10.1, 1008, ""))
        .is(Cause.LOCAL_SESSION_EXPIRED, Confidence.CERTAIN)
        .says("ended after 10.1 s");
  }

  @Test
  void outOfMemoryThreadsAndFiles() {
    assertExhausted(new OutOfMemoryError("Java heap space"), "memory");
    assertExhausted(new OutOfMemoryError("unable to create native thread"), "threads");
    assertExhausted(
        new RejectedExecutionException(
            "Task x rejected from java.util.concurrent.ThreadPoolExecutor@1[Running, pool size = 1]"),
        "threads of a pool");
    assertExhausted(
        new IllegalStateException(new IOException("Too many open files")), "file descriptors");
  }

  private static void assertExhausted(Throwable failure, String what) {
    Verdict.of(closedFor(failure))
        .is(Cause.LOCAL_RESOURCE_EXHAUSTED, Confidence.CERTAIN)
        .says("ran out of " + what);
  }

  @Test
  void aPoolThatIsNotRunningIsAStop() {
    Verdict.of(
            closedFor(
                EvidenceBuilder.thrownIn(
                    new RejectedExecutionException("ThreadPool is not running"),
                    "java.util.concurrent.AbstractExecutorService.submit",
                    "io.netty.Pool.execute",
                    "com.acme.Chat.onMessage")))
        .is(Cause.LOCAL_SHUTDOWN, Confidence.CERTAIN);
  }

  /** A pool that the application shut down and went on using is a mistake of its own. */
  @Test
  void aDeadPoolOfTheApplicationIsItsException() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(
                    10,
                    FactKind.APPLICATION_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new RejectedExecutionException(
                            "Task x rejected from java.util.concurrent.ThreadPoolExecutor@1"
                                + "[Terminated, pool size = 0]"),
                        "java.util.concurrent.ThreadPoolExecutor.reject",
                        "com.acme.Chat.onMessage",
                        "io.netty.channel.Loop.run"))
                .closeSent(10.001, 1011, ""))
        .is(Cause.LOCAL_APP_EXCEPTION, Confidence.CERTAIN)
        .says("RejectedExecutionException at com.acme.Chat.onMessage");
  }

  @Test
  void outOfMemoryWithoutAnySignOfTheEnd() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(10, FactKind.APPLICATION_FAILED, 0, new OutOfMemoryError("Java heap space"))
                .ended(10.2))
        .is(Cause.LOCAL_RESOURCE_EXHAUSTED, Confidence.LIKELY);
  }

  @Test
  void aPoolThatDoesNotSayItsStateMayBeFull() {
    Verdict.of(closedFor(new RejectedExecutionException()))
        .is(Cause.LOCAL_APP_EXCEPTION, Confidence.LIKELY)
        .or(Cause.LOCAL_RESOURCE_EXHAUSTED, Cause.LOCAL_ABORT);
  }

  @Test
  void aCloseElsewhereAfterAnExhaustionMayHaveItsOwnReason() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(10, FactKind.APPLICATION_FAILED, 0, new OutOfMemoryError("Java heap space"))
                .called(10.4, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
                .closeSent(10.4, 4001, ""))
        .is(Cause.LOCAL_RESOURCE_EXHAUSTED, Confidence.LIKELY)
        .or(Cause.LOCAL_APP_CLOSE, Cause.LOCAL_APP_EXCEPTION);
  }

  @Test
  void aRejectedTaskDuringAStopIsTheStop() {
    Verdict.of(closedFor(new RejectedExecutionException()).add(9, FactKind.STOPPING, 0, "pool"))
        .is(Cause.LOCAL_SHUTDOWN, Confidence.CERTAIN);
  }

  @Test
  void aWriteTimeout() {
    Verdict.of(
            EvidenceBuilder.opened()
                .sent(5, 2)
                .add(25, FactKind.WRITE_TIMED_OUT, 0, new IllegalStateException())
                .add(25.1, FactKind.TRANSPORT_CLOSE_REQUESTED))
        .is(Cause.LOCAL_SLOW_CONSUMER, Confidence.CERTAIN);
  }

  @Test
  void aSendLimit() {
    Verdict.of(closedFor(new SessionLimitExceededException()))
        .is(Cause.LOCAL_SLOW_CONSUMER, Confidence.CERTAIN);
  }

  @Test
  void messageTooBigByLimitParserStatusOrException() {
    Verdict.of(EvidenceBuilder.opened().received(9, 2).add(10, FactKind.LIMIT_EXCEEDED))
        .is(Cause.LOCAL_MESSAGE_TOO_BIG, Confidence.CERTAIN)
        .because("last data frame received: binary, 10 bytes");
    Verdict.of(
            EvidenceBuilder.opened()
                .add(10, FactKind.PARSER_FAILED, 1009, new IllegalStateException())
                .closeSent(10.1, 1009, "Max frame length"))
        .is(Cause.LOCAL_MESSAGE_TOO_BIG, Confidence.CERTAIN);
    Verdict.of(EvidenceBuilder.opened().closeSent(10, 1009, ""))
        .is(Cause.LOCAL_MESSAGE_TOO_BIG, Confidence.CERTAIN);
    Verdict.of(closedFor(new TooLongFrameException()))
        .is(Cause.LOCAL_MESSAGE_TOO_BIG, Confidence.LIKELY);
  }

  @Test
  void saysTheSizeAndTheLimitOfAMessageTooBig() {
    String[] reasons = {
      "UT002040: Message exceeded max message size of 65536",
      "Binary message too large: 70,000 > 65,536",
      "Max frame length of 65536 has been exceeded."
    };
    for (String reason : reasons) {
      Verdict.of(tooBig(70_000, reason))
          .is(Cause.LOCAL_MESSAGE_TOO_BIG, Confidence.CERTAIN)
          .says("sent 70000 B in one message, over the limit of 65536 B")
          .doesNotSay(reason)
          .because(
              "refused frame: binary, 70000 bytes", "Close frame sent: 1009 \"" + reason + "\"")
          .hasNoLineWith("a local limit was exceeded")
          .hasNoLineWith("last data frame");
    }
  }

  @Test
  void namesNoSizeOrLimitOfAMessageTooBigThatIsNotKnown() {
    Verdict.of(tooBig(10, "Max frame length of 65536 has been exceeded."))
        .says("over a size limit of this JVM: \"Max frame length of 65536 has been exceeded.\"")
        .because("last data frame received: binary, 10 bytes");
    Verdict.of(tooBig(70_000, "error 65536"))
        .says("over a size limit of this JVM: \"error 65536\"")
        .because("last data frame received: binary, 70000 bytes");
    Verdict.of(tooBig(70_000, "limit of 99999999999999999999")).says("over a size limit");
  }

  private static EvidenceBuilder tooBig(long bytes, String reason) {
    return EvidenceBuilder.opened()
        .received(9, 2, bytes)
        .add(9.01, FactKind.LIMIT_EXCEEDED, 0, new java.io.IOException())
        .closeSent(9.02, 1009, reason);
  }

  @Test
  void theApplicationsOwn1009IsItsClose() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(10, FactKind.CLOSE_REQUESTED, "com.acme.Chat.tooMuch")
                .closeSent(10, 1009, ""))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN);
  }

  private static EvidenceBuilder closedFor(Throwable failure) {
    return EvidenceBuilder.opened()
        .add(10, FactKind.APPLICATION_FAILED, 0, failure)
        .called(10.1, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.Chat.exceptionCaught");
  }

  private static final class SessionLimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class TooLongFrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
