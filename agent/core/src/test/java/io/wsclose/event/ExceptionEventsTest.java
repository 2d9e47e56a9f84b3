// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static io.wsclose.event.EventAttributes.EXCEPTION_MESSAGE;
import static io.wsclose.event.EventAttributes.EXCEPTION_STACKTRACE;
import static io.wsclose.event.EventAttributes.EXCEPTION_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.SampleFindings;
import io.wsclose.configuration.ExceptionMessages;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.PastConnection;
import io.wsclose.record.ThrowableSnapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExceptionEventsTest {
  private static Map<String, Object> attributes(Throwable thrown, ExceptionMessages messages) {
    PastConnection past = PastConnection.server();
    past.fact(past.at(FactKind.APPLICATION_FAILED, 1).with(ThrowableSnapshot.of(thrown)));
    return new ExceptionEvents(messages, List.of("io.netty."), 0)
        .of(past.evidence(), past.evidence().end())
        .get(0)
        .attributes();
  }

  private static Throwable sample() {
    return new OrderFailed("order of Ms Miller", new IOException("Connection reset by peer"));
  }

  @Test
  void showsTypeMessageAndCauseChain() {
    Map<String, Object> attributes = attributes(sample(), ExceptionMessages.ALL);
    assertThat(attributes)
        .containsEntry(EXCEPTION_TYPE, OrderFailed.class.getName())
        .containsEntry(EXCEPTION_MESSAGE, "order of Ms Miller");
    assertThat(attributes.get(EXCEPTION_STACKTRACE).toString())
        .startsWith(OrderFailed.class.getName() + ": order of Ms Miller\n\tat io.wsclose.event.")
        .contains("Caused by: java.io.IOException: Connection reset by peer\n")
        .contains(" more\n");
  }

  @Test
  void whatItSaysIsALineOfEvidenceUnlessKeptBack() {
    assertThat(evidence(sample(), ExceptionMessages.ALL))
        .containsExactly(
            "first line",
            "ExceptionEventsTest$OrderFailed says: order of Ms Miller",
            "second line");
    assertThat(evidence(sample(), ExceptionMessages.STACK))
        .containsExactly("first line", "second line");
    assertThat(evidence(new IOException("second"), ExceptionMessages.ALL))
        .as("said already")
        .containsExactly("first line", "second line");
  }

  @Test
  void addsWhatTheExceptionSaysWhereTheSummaryNamesIt() {
    PastConnection past = PastConnection.server();
    Fact fact =
        past.at(FactKind.APPLICATION_FAILED, 1)
            .with(ThrowableSnapshot.of(new IllegalStateException("no such room: 42")));
    past.fact(fact);
    Finding found =
        Finding.of(
            Cause.LOCAL_APP_EXCEPTION,
            Confidence.CERTAIN,
            fact,
            "Application code threw IllegalStateException at com.acme.A.b(A.java:7)",
            "hint");
    assertThat(told(past, found, ExceptionMessages.ALL).summary())
        .isEqualTo(
            "Application code threw IllegalStateException (\"no such room: 42\") at"
                + " com.acme.A.b(A.java:7)");
    assertThat(told(past, found, ExceptionMessages.NONE)).isEqualTo(found);
  }

  private static Finding told(PastConnection past, Finding found, ExceptionMessages messages) {
    return new ExceptionEvents(messages, List.of("io.netty."), 0).told(past.evidence(), found);
  }

  @Test
  void standsNotBeforeTheSpan() {
    PastConnection past = PastConnection.server().opened(1);
    past.fact(past.at(FactKind.APPLICATION_FAILED, 5).with(ThrowableSnapshot.of(sample())));
    past.fact(past.at(FactKind.TRANSPORT_CLOSE_REQUESTED, 7));
    assertThat(
            new ExceptionEvents(ExceptionMessages.ALL, List.of("io.netty."), 0)
                .of(past.evidence(), past.evidence().end())
                .get(0)
                .nanos())
        .isEqualTo(PastConnection.nanos(7));
  }

  private static List<String> evidence(Throwable thrown, ExceptionMessages messages) {
    PastConnection past = PastConnection.server();
    Fact fact = past.at(FactKind.APPLICATION_FAILED, 1).with(ThrowableSnapshot.of(thrown));
    past.fact(fact);
    return new ExceptionEvents(messages, List.of("io.netty."), 0)
        .told(
            past.evidence(), SampleFindings.of(Cause.LOCAL_APP_EXCEPTION, Confidence.CERTAIN, fact))
        .evidence();
  }

  @Test
  void keepsMessagesOfApplicationTypesBackWhereAsked() {
    Map<String, Object> attributes = attributes(sample(), ExceptionMessages.STACK);
    assertThat(attributes).doesNotContainKey(EXCEPTION_MESSAGE);
    assertThat(attributes.get(EXCEPTION_STACKTRACE).toString())
        .doesNotContain("Miller")
        .contains("Connection reset by peer");
  }

  @Test
  void keepsAllMessagesBackWhereAsked() {
    assertThat(attributes(sample(), ExceptionMessages.NONE).toString())
        .contains("java.io.IOException")
        .doesNotContain("Miller")
        .doesNotContain("reset by peer");
  }

  @Test
  void boundsTheTrace() {
    Throwable deep = new IOException("x");
    for (int i = 0; i < 20; i++) {
      deep = new IOException("y".repeat(400), deep);
    }
    StackTraceElement[] trace = new StackTraceElement[60];
    Arrays.fill(trace, new StackTraceElement("com.acme." + "Long".repeat(40), "m", "F.java", 1));
    deep.setStackTrace(trace);
    String text = attributes(deep, ExceptionMessages.ALL).get(EXCEPTION_STACKTRACE).toString();
    assertThat(text).hasSizeLessThanOrEqualTo(8192).endsWith("\n…");
  }

  private static final class OrderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OrderFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  @Test
  void addsItToTheSummaryThoughTheCloseReasonSaysItToo() {
    PastConnection past = PastConnection.server();
    Fact fact =
        past.at(FactKind.APPLICATION_FAILED, 1)
            .with(ThrowableSnapshot.of(new IllegalStateException("no such room: 42")));
    past.fact(fact);
    Finding found =
        Finding.of(
                Cause.LOCAL_APP_EXCEPTION,
                Confidence.CERTAIN,
                fact,
                "Application code threw IllegalStateException",
                "hint")
            .because("Close frame sent: 1011 \"no such room: 42\"");
    Finding told = told(past, found, ExceptionMessages.ALL);
    assertThat(told.summary()).endsWith("IllegalStateException (\"no such room: 42\")");
    assertThat(told.evidence()).hasSize(1);
  }
}
