// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

import static io.wsclose.event.EventAttributes.*;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.SocketSigns;
import io.wsclose.record.CallSite;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.MessageText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How it ended: what was found, the codes of both Close frames, who asked, what the socket said.
 */
final class CloseAttributes {
  /** RFC 6455 section 7.4.1: no Close frame was received. */
  private static final int ABNORMAL_CLOSURE = 1006;

  /** RFC 6455 section 7.4.1: TLS could not be established. */
  private static final int TLS_HANDSHAKE = 1015;

  private final Evidence evidence;
  private final Finding finding;

  CloseAttributes(Evidence evidence, Finding finding) {
    this.evidence = evidence;
    this.finding = finding;
  }

  /** RFC 6455 section 7.1.5; the echo of our own Close is a received code too. */
  int code() {
    if (!evidence.isOpened() && finding.cause() == Cause.TLS_HANDSHAKE_FAILED) {
      return TLS_HANDSHAKE;
    }
    return evidence.closeReceived().map(Fact::code).orElse(ABNORMAL_CLOSURE);
  }

  boolean isError() {
    // for its own close the application's code counts, whatever the peer answered or did not
    int code =
        finding.cause() == Cause.LOCAL_APP_CLOSE
            ? evidence.first(FactKind.CLOSE_SENT).map(Fact::code).orElse(0)
            : code();
    return finding.cause().isError(code);
  }

  void verdict(AttributeMap attributes) {
    attributes
        .text(CAUSE, finding.cause().id())
        .text(CONFIDENCE, finding.confidence().id())
        .text(SUMMARY, finding.summary())
        .text(HINT, finding.hint())
        .list(EVIDENCE, finding.evidence())
        .list(
            ALTERNATIVES,
            finding.alternatives().stream().map(Cause::id).collect(Collectors.toList()))
        .text(INITIATOR, finding.cause().initiator(evidence.handshake().role()).id())
        .text(ERROR_TYPE, isError() ? finding.cause().id() : "");
  }

  void codes(AttributeMap attributes) {
    Optional<Fact> received = evidence.closeReceived();
    Optional<Fact> sent = evidence.closeSent();
    attributes.number(CLOSE_CODE, code()).text(CLOSE_REASON, reason(received));
    if (evidence.isOpened()) {
      attributes.flag(CLOSE_CLEAN, received.isPresent() && sent.isPresent());
    }
    close(attributes, received, RECEIVED_CODE, RECEIVED_REASON);
    close(attributes, sent, SENT_CODE, SENT_REASON);
    close(attributes, evidence.first(FactKind.REPORTED), REPORTED_CODE, REPORTED_REASON);
  }

  private static void close(
      AttributeMap attributes, Optional<Fact> close, String code, String reason) {
    if (close.isPresent()) {
      attributes.number(code, close.get().code()).text(reason, reason(close));
    }
  }

  /** People put addresses with tokens in it to go to next. */
  private static String reason(Optional<Fact> close) {
    return MessageText.bounded(close.map(Fact::text).orElse(""), AttributeMap.MAX_TEXT);
  }

  void socket(AttributeMap attributes) {
    SocketSigns.first(evidence)
        .ifPresent(
            fact -> {
              attributes.text(SOCKET_EVENT, fact.socketEvent().get().id());
              fact.operation()
                  .ifPresent(
                      operation ->
                          attributes.text(
                              SOCKET_OPERATION, operation.name().toLowerCase(Locale.ROOT)));
            });
  }

  void caller(AttributeMap attributes) {
    Optional<CallTrace> caller = decidingCaller();
    if (!caller.isPresent()) {
      return;
    }
    Optional<CallSite> site = caller.get().site(evidence.library().packages());
    site.ifPresent(
        asked ->
            attributes
                .text(CALL_SITE, TraceText.frame(asked.call()))
                .text(CALL_SITE_KIND, asked.isApplication() ? "application" : "library"));
    String stack = CallStackText.of(caller.get().frames(), site);
    attributes.longText(CALL_STACK, stack, 8 * AttributeMap.MAX_TEXT);
  }

  /** What the shutdown hooks do on their threads then is a consequence. */
  private Optional<CallTrace> exitCaller() {
    return evidence.facts().stream()
        .filter(fact -> fact.is(FactKind.STOPPING) && finding.cause() == Cause.LOCAL_SHUTDOWN)
        .filter(fact -> fact.caller().isPresent())
        .findFirst()
        .flatMap(Fact::caller);
  }

  /** A close that the application only asks for when all is over already did not end anything. */
  private Optional<CallTrace> decidingCaller() {
    Optional<CallTrace> exit = exitCaller();
    Optional<CallTrace> decided = exit.isPresent() ? exit : finding.decidedBy().caller();
    if (decided.isPresent() || !finding.cause().isLocal()) {
      return decided;
    }
    return evidence.facts().stream()
        .filter(fact -> fact.caller().isPresent())
        .findFirst()
        .flatMap(Fact::caller);
  }
}
