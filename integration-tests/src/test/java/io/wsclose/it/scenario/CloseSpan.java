// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/** Checks of one close span: what holds for every one, and what its scenario expects. */
final class CloseSpan {
  private static final Set<String> CONFIDENCES = Set.of("certain", "likely", "possible");
  private static final List<String> ALWAYS =
      List.of(
          "network.peer.address",
          "network.peer.port",
          "network.local.port",
          "websocket.connection.id",
          "websocket.connection.age_ms",
          "websocket.close.initiator",
          "websocket.close.cause",
          "websocket.close.confidence",
          "websocket.close.summary",
          "websocket.close.hint",
          "websocket.close.evidence");
  private static final List<String> ONCE_OPENED =
      List.of(
          "network.local.address",
          "websocket.connection.opened_at",
          "websocket.close.code",
          "websocket.close.clean",
          "websocket.frames.received",
          "websocket.frames.sent",
          "websocket.bytes.received",
          "websocket.bytes.sent");

  private static final String[] FRAME = {
    "websocket.frame.direction",
    "websocket.frame.opcode",
    "websocket.frame.fin",
    "websocket.frame.length",
    "websocket.frame.compressed"
  };
  private static final String[] REFUSED_FRAME = {
    "websocket.frame.direction", "websocket.frame.unparsable"
  };

  /** The contract's names; nothing else may be in an event. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "network\\.(protocol\\.(name|version)|transport|(peer|local)\\.(address|port))"
              + "|(client|server)\\.address|server\\.port|url\\.(scheme|path)"
              + "|http\\.response\\.status_code|user_agent\\.original|error\\.type"
              + "|websocket\\.(role|stack|stack\\.version|connection\\.(id|opened_at|age_ms)"
              + "|subprotocol|subprotocol\\.offered|extensions|origin|proxy\\.hops"
              + "|close\\.(code|reason|(sent|received|reported)\\.(code|reason)|clean|initiator|cause"
              + "|confidence|alternatives|summary|hint|evidence|call_site|call_site\\.kind|call_stack)"
              + "|socket\\.(event|operation)|idle\\.(received|sent)_ms"
              + "|(frames|bytes)\\.(received|sent)|frames\\.last|handshake\\.(trace_id|http_version)"
              + "|pings\\.unanswered|ping\\.rtt_ms|siblings\\.(closed|same_idle))"
              // set by the SDK or another agent on every span
              + "|thread\\.(id|name)");

  private final ReceivedSpan span;
  private final SoftAssertions softly = new SoftAssertions();

  private CloseSpan(ReceivedSpan span) {
    this.span = span;
  }

  static void check(
      ReceivedSpan span, Expectation expected, StackUnderTest line, int servicePort, String peer) {
    CloseSpan check = new CloseSpan(span);
    check.isWellFormed(line, servicePort, peer);
    check.fits(expected);
    try {
      check.softly.assertAll();
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + describe(span), e);
    }
  }

  private void isWellFormed(StackUnderTest line, int servicePort, String peer) {
    softly.assertThat(span.name()).isEqualTo("websocket close " + cause());
    softly.assertThat(span.kind()).isEqualTo("INTERNAL");
    softly.assertThat(span.parentSpanId()).as("a root span").isEmpty();
    softly.assertThat(span.scope()).isEqualTo("io.wsclose");
    softly.assertThat(span.scopeVersion()).isNotEmpty();
    softly.assertThat(span.end()).isAfterOrEqualTo(span.start());
    softly.assertThat(span.attributes()).containsKeys(ALWAYS.toArray(String[]::new));
    softly.assertThat(span.attributes().keySet()).allMatch(key -> KNOWN.matcher(key).matches());
    equal("network.protocol.name", "websocket");
    equal("network.transport", "tcp");
    softly
        .assertThat(span.text("network.peer.address") + ":" + span.text("network.peer.port"))
        .isEqualTo(peer);
    equal("network.local.port", (long) servicePort);
    equal("url.scheme", "ws");
    equal("websocket.handshake.http_version", "1.1");
    equal("websocket.role", "server");
    equal("websocket.stack", line.stack());
    equal("websocket.stack.version", line.version());
    softly.assertThat(span.texts("websocket.close.evidence")).isNotEmpty();
    softly.assertThat(span.text("websocket.close.confidence")).isIn(CONFIDENCES);
    if (span.text("websocket.close.confidence").equals("certain")) {
      softly.assertThat(span.texts("websocket.close.alternatives")).isEmpty();
    }
    listsFrames();
    matchesItsCause();
  }

  private void listsFrames() {
    List<ReceivedSpan.Event> frames = span.events("websocket.frame");
    softly.assertThat(frames).hasSameSizeAs(span.texts("websocket.frames.last"));
    for (ReceivedSpan.Event frame : frames) {
      softly
          .assertThat(frame.attributes().get("websocket.frame.direction"))
          .isIn("received", "sent");
      softly
          .assertThat(frame.attributes())
          .satisfiesAnyOf(
              // no payload, unless it was asked for
              of -> assertThat(of).containsOnlyKeys(FRAME),
              of -> assertThat(of).containsOnlyKeys(REFUSED_FRAME));
    }
  }

  private void matchesItsCause() {
    CauseContract contract = CauseContract.of(cause(), number("sent"), number("received"));
    equal("websocket.close.initiator", contract.initiator());
    softly.assertThat(span.status().code()).isEqualTo(contract.isError() ? "ERROR" : "UNSET");
    softly
        .assertThat(span.status().description())
        .isEqualTo(contract.isError() ? span.text("websocket.close.summary") : "");
    softly.assertThat(span.text("error.type")).isEqualTo(contract.isError() ? cause() : "");
  }

  private void fits(Expectation expected) {
    equal("websocket.close.cause", expected.cause());
    if (expected.opened()) {
      softly.assertThat(span.attributes()).containsKeys(ONCE_OPENED.toArray(String[]::new));
      equal("network.protocol.version", "13");
    } else {
      softly.assertThat(span.attributes()).doesNotContainKey("websocket.connection.opened_at");
    }
    if (!expected.confidences().isEmpty()) {
      softly.assertThat(span.text("websocket.close.confidence")).isIn(expected.confidences());
    }
    expected.attributes().forEach(this::equal);
    expected
        .contains()
        .forEach((key, part) -> softly.assertThat(span.text(key)).as(key).contains(part));
    for (String type : expected.exceptions()) {
      softly
          .assertThat(span.events("exception"))
          .extracting(event -> event.attributes().get("exception.type").toString())
          .anySatisfy(actual -> assertThat(actual).contains(type));
    }
  }

  private void equal(String key, Object value) {
    if (value.equals(Expectation.ABSENT)) {
      softly.assertThat(span.attributes()).doesNotContainKey(key);
    } else {
      Object actual = span.attributes().get(key);
      softly
          .assertThat(actual != null && Expectation.allows(value, actual))
          .as("%s: expected %s, was %s", key, value, actual)
          .isTrue();
    }
  }

  private String cause() {
    return span.text("websocket.close.cause");
  }

  private long number(String direction) {
    return (Long) span.attribute("websocket.close." + direction + ".code").orElse(0L);
  }

  /** The span for people. */
  static String describe(ReceivedSpan span) {
    StringBuilder text = new StringBuilder(span.name());
    span.attributes()
        .forEach((key, value) -> text.append("\n  ").append(key).append(" = ").append(value));
    span.events("exception")
        .forEach(
            event -> {
              text.append("\n  ! ").append(event.attributes().get("exception.type"));
              text.append(": ").append(event.attributes().get("exception.message"));
            });
    return text.toString();
  }
}
