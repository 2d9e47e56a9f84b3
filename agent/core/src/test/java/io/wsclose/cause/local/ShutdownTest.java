// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  @Test
  void aStopBeforeTheLocalClose() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(9, FactKind.STOPPING, 0, "Undertow.stop")
                .called(10, FactKind.CLOSE_REQUESTED, "io.netty.X.stop")
                .closeSent(10, 1001, ""))
        .is(Cause.LOCAL_SHUTDOWN, Confidence.CERTAIN)
        .says("Undertow.stop", "closed the connection after 10.0 s");
  }

  @Test
  void theJvmStops() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(10, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.A.stop"),
            Surroundings.builder().jvmStopping(true).build())
        .is(Cause.LOCAL_SHUTDOWN, Confidence.CERTAIN)
        .says("without a Close frame");
  }

  @Test
  void codeThatCalledExit() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(
                    9,
                    FactKind.STOPPING,
                    "java.lang.Runtime.exit",
                    "java.lang.System.exit",
                    "com.acme.Cmd.run")
                .ended(10),
            Surroundings.builder().jvmStopping(true).build())
        .is(Cause.LOCAL_SHUTDOWN, Confidence.CERTAIN)
        .says("System.exit called by Cmd.run(Cmd.java:12)")
        .advises("Cmd.run(Cmd.java:12) called System.exit")
        .because("a stop was under way: System.exit called by Cmd.run(Cmd.java:12)");
  }

  @Test
  void nobodyClosedIt() {
    Verdict.of(EvidenceBuilder.opened().add(9, FactKind.STOPPING, 0, "event loop").ended(10))
        .is(Cause.LOCAL_SHUTDOWN, Confidence.CERTAIN)
        .says("This JVM was stopping its event loop and dropped the connection after 10.0 s");
  }

  @Test
  void anAttemptUnderWayToo() {
    Verdict.of(
            EvidenceBuilder.attempt().add(1, FactKind.TRANSPORT_CLOSE_REQUESTED),
            Surroundings.builder().jvmStopping(true).build())
        .is(Cause.LOCAL_SHUTDOWN, Confidence.CERTAIN);
  }

  @Test
  void aPeerThatLeavesMeanwhileLeavesByItself() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(9, FactKind.STOPPING, 0, "JVM")
                .closeReceived(10, 1000, ""))
        .is(Cause.PEER_CLEAN_CLOSE, Confidence.CERTAIN)
        .because("a stop was under way: JVM");
  }

  @Test
  void anApplicationsCloseLongBeforeTheJvmStopsIsItsOwn() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(10, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
                .closeSent(10, 4001, "kicked")
                .add(40, FactKind.STOPPING, 0, "JVM shutdown")
                .ended(40.1),
            Surroundings.builder().jvmStopping(true).build())
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN)
        .because("a stop was under way: JVM shutdown");
  }

  @Test
  void anApplicationsCloseAMomentBeforeTheStopMayBelongToIt() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(10, FactKind.CLOSE_REQUESTED, "com.acme.Hook.run")
                .closeSent(10, 1001, "")
                .add(10.2, FactKind.STOPPING, 0, "JVM shutdown"))
        .is(Cause.LOCAL_SHUTDOWN, Confidence.LIKELY)
        .or(Cause.LOCAL_APP_CLOSE);
  }

  @Test
  void aKickDuringAStopMayBeBusiness() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(9, FactKind.STOPPING, 0, "JVM shutdown")
                .called(10, FactKind.CLOSE_REQUESTED, "com.acme.Chat.kick")
                .closeSent(10, 4001, ""))
        .is(Cause.LOCAL_SHUTDOWN, Confidence.LIKELY)
        .or(Cause.LOCAL_APP_CLOSE);
  }

  @Test
  void aLaterStopIsNotTheReason() {
    Verdict.of(
            EvidenceBuilder.opened()
                .called(10, FactKind.CLOSE_REQUESTED, "com.acme.A.kick")
                .closeSent(10, 4000, "")
                .add(12, FactKind.STOPPING, 0, "JVM"))
        .is(Cause.LOCAL_APP_CLOSE, Confidence.CERTAIN);
  }

  @Test
  void saysWhetherTheJvmItselfOrAPartOfItStopped() {
    Verdict.of(
            EvidenceBuilder.opened()
                .add(9, FactKind.STOPPING, 0, "JVM shutdown: SIGTERM")
                .called(10, FactKind.CLOSE_REQUESTED, "io.netty.X.stop")
                .closeSent(10, 1001, ""))
        .says("This JVM was shutting down (SIGTERM) and closed the connection");
    Verdict.of(
            EvidenceBuilder.opened()
                .add(9, FactKind.STOPPING, 0, "web application")
                .called(10, FactKind.CLOSE_REQUESTED, "io.netty.X.stop")
                .closeSent(10, 1001, ""))
        .says("This JVM was stopping its web application and closed");
  }

  @Test
  void namesTheJvmsStopBeforeThatOfItsParts() {
    EvidenceBuilder dropped =
        EvidenceBuilder.opened().add(9, FactKind.STOPPING, 0, "event loop").ended(10);
    Verdict.of(dropped, Surroundings.builder().jvmStopping(true).build())
        .says(
            "This JVM was shutting down, and with it its event loop, and exited without closing the"
                + " connection after 10.0 s");
    Verdict.of(dropped.add(9.1, FactKind.STOPPING, 0, "JVM shutdown: SIGTERM"))
        .says("This JVM was shutting down (SIGTERM) and exited")
        .because("a stop was under way: JVM shutdown: SIGTERM");
  }
}
