// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.record.Backlog;
import io.wsclose.record.CallSite;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.Handshake;
import io.wsclose.record.MessageText;
import io.wsclose.record.ThrowableSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Facts as lines of evidence, each readable on its own; the one place that puts them in words. */
public final class FactText {
  private static final int MAX_TEXT = 123;
  private static final long LIFE_NANOS = 1_000_000_000L;

  private FactText() {}

  /** What the fact says. */
  public static String of(Fact fact) {
    switch (fact.kind()) {
      case REFUSED:
        return "handshake answered " + fact.code();
      case CLOSE_RECEIVED:
        return "Close frame received: " + status(fact);
      case CLOSE_SENT:
        return "Close frame sent: " + status(fact);
      case CLOSE_NOT_SENT:
        return "a Close frame of ours could not be sent";
      case CLOSE_REQUESTED:
        return "local code asked to close with a Close frame";
      case TRANSPORT_CLOSE_REQUESTED:
        return "local code asked to close the socket";
      case END_OF_STREAM:
        return "end of stream: the peer's FIN was read";
      case SOCKET_FAILED:
        return socket(fact);
      case PARSER_FAILED:
        return "the parser refused what the peer sent" + failure(fact);
      case LIMIT_EXCEEDED:
        return "a local limit was exceeded" + failure(fact);
      case WRITE_TIMED_OUT:
        return "a write did not complete in time" + failure(fact);
      case TLS_FAILED:
        return "TLS failed" + failure(fact);
      case APPLICATION_FAILED:
        return "application code threw" + failure(fact);
      case HANDSHAKE_FAILED:
        return "the handshake code threw" + failure(fact);
      case UNPARSABLE:
        return fact.text().isEmpty() ? "" : "the refused data " + fact.text();
      case IDLE_EXPIRED:
        return fact.code() == 0
            ? "a local idle limit ran out"
            : "a local idle limit of " + Units.limit(fact.code() / 1000.0) + " ran out";
      case STOPPING:
        return "a stop was under way: " + (fact.text().isEmpty() ? "JVM" : bounded(fact.text()));
      case SESSION_EXPIRED:
        return "the HTTP or login session had ended";
      case ABANDONED:
        return "the server went on without it: its objects were dropped or reused";
      case REPORTED:
        return "the container reported " + status(fact) + " to the application";
      default:
        return "";
    }
  }

  /** {@code 1001 "reason"}, or that there was no code. */
  public static String status(Fact close) {
    String reason = close.text().isEmpty() ? "" : " " + quotedReason(close);
    return close.code() == 1005 ? "no status code" : close.code() + reason;
  }

  /** {@code 1001}, or {@code an empty Close frame}: 1005 never goes over the wire. */
  public static String code(Fact close) {
    return close.code() == 1005 ? "an empty Close frame" : Integer.toString(close.code());
  }

  /** Why a Close frame that came does not make a clean close; empty if it was answered. */
  public static String withoutReply(Evidence evidence) {
    return evidence.closeSent().isPresent()
        ? ""
        : evidence.has(FactKind.CLOSE_NOT_SENT)
            ? "; our reply could not be delivered"
            : "; this JVM sent no reply";
  }

  private static String quotedReason(Fact close) {
    return "\"" + bounded(close.text()) + "\"";
  }

  /** {@code : "reason"}: the stack's own words for what it refused, if it told the peer. */
  public static String saying(Optional<Fact> close) {
    return close
        .filter(fact -> !fact.text().isEmpty())
        .map(fact -> ": " + quotedReason(fact))
        .orElse("");
  }

  private static String socket(Fact fact) {
    String on = fact.operation().map(FactText::on).orElse("");
    String failure = fact.failure().map(FactText::socketText).map(text -> ": " + text).orElse("");
    return fact.socketEvent().map(event -> word(event.id())).orElse("socket failure")
        + on
        + failure;
  }

  private static String word(String event) {
    return event.equals("reset") ? "reset by peer" : event.replace('_', ' ');
  }

  private static String on(SocketOperation operation) {
    return " on " + operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Exceptions of the JDK carry the kernel's words; all others may carry the application's. */
  private static String socketText(ThrowableSnapshot failure) {
    List<ThrowableSnapshot> chain = failure.chain();
    ThrowableSnapshot root = chain.get(chain.size() - 1);
    boolean jdk = root.type().startsWith("java.") || root.type().startsWith("sun.");
    return jdk && !root.message().isEmpty()
        ? root.type() + ": " + bounded(root.message())
        : root.type();
  }

  private static String failure(Fact fact) {
    return fact.failure().map(failure -> ": " + failure.type()).orElse("");
  }

  private static String bounded(String text) {
    return MessageText.bounded(text, MAX_TEXT);
  }

  /** Type and innermost application frame of an exception; never its message. */
  public static String thrown(ThrowableSnapshot failure, Evidence evidence) {
    return failure.type() + frame(failure, evidence).map(at -> " at " + at).orElse("");
  }

  /** Whose code threw: where no application code is on the stack trace, the stack's own. */
  public static String thrower(ThrowableSnapshot failure, Evidence evidence) {
    CallTrace trace = CallTrace.of(failure.frames().toArray(new StackTraceElement[0]));
    boolean ofStack =
        !trace.applicationFrame(evidence.library().packages()).isPresent()
            && trace.thrower().isPresent();
    return ofStack
        ? "The WebSocket library (" + evidence.library().name() + ")"
        : "Application code";
  }

  private static Optional<StackTraceElement> frame(ThrowableSnapshot failure, Evidence evidence) {
    CallTrace trace = CallTrace.of(failure.frames().toArray(new StackTraceElement[0]));
    Optional<StackTraceElement> own = trace.applicationFrame(evidence.library().packages());
    if (own.isPresent()) {
      return own;
    }
    Optional<StackTraceElement> outsideJdk = trace.thrower();
    return outsideJdk.isPresent() ? outsideJdk : trace.frames().stream().findFirst();
  }

  /** Who called close, as far as the call stack shows it. */
  public static String closer(Optional<CallSite> site) {
    return site.map(FactText::closer).orElse("no application code on the call stack of the close");
  }

  public static String closer(CallSite site) {
    return "close called by "
        + site.call()
        + (site.isApplication()
            ? ""
            : ", a library; no code of the application was recognized on the call stack");
  }

  /** Who the other side is. */
  public static String peer(Evidence evidence) {
    return evidence.handshake().role() == Role.SERVER ? "client" : "server";
  }

  public static String noInboundFrame(Evidence evidence) {
    return "no inbound frame for "
        + Units.duration(evidence.idleReceivedNanos())
        + (evidence.hadReceived() ? "" : ", since the opening");
  }

  public static String noOutboundFrame(Evidence evidence) {
    return "no outbound frame for "
        + Units.duration(evidence.idleSentNanos())
        + (evidence.hadSent() ? "" : ", since the opening");
  }

  /**
   * {@code , 400 ms after its last frame}. Where that is the age that the sentence says already,
   * not the same figure again; and of no frame that never came.
   */
  public static String afterLastFrame(Evidence evidence) {
    if (!evidence.hadReceived()) {
      return ", and it had not sent a single frame";
    }
    String silence = Units.duration(evidence.idleReceivedNanos());
    return silence.equals(Units.duration(evidence.ageNanos()))
        // of a life of milliseconds that says nothing
        ? evidence.ageNanos() < LIFE_NANOS
            ? ""
            : ", and its last frame came right after the opening"
        : ", " + silence + " after its last frame";
  }

  /**
   * {@code 1,916 frames, 115.0 MB were queued and never left; the last byte was accepted 11.9 s
   * before the end}; empty where none were queued, but a Close frame, which has a line of its own.
   */
  public static String neverLeft(Evidence evidence) {
    Backlog backlog = evidence.traffic().backlog();
    boolean onlyClose =
        backlog.queuedFrames() == 1
            && !backlog.holdsData()
            && evidence.has(FactKind.CLOSE_NOT_SENT);
    if (backlog.queuedFrames() == 0 || onlyClose) {
      return "";
    }
    long since = evidence.firstSignNanos() - backlog.takenNanos();
    return queued(backlog)
        + " were queued and never left"
        + (backlog.partLeft() > 0
            ? "; " + Units.bytes(backlog.partLeft()) + " of the first of them had left"
            : "")
        + (backlog.takenNanos() != 0 && since >= 0
            ? "; the last byte was accepted " + Units.duration(since) + " before the end"
            : "");
  }

  /** {@code : about 853 frames, 14.0 MB never left this JVM}; empty where none were queued. */
  public static String unsent(Evidence evidence) {
    return neverLeft(evidence).isEmpty()
        ? ""
        : ": " + queued(evidence.traffic().backlog()) + " never left this JVM";
  }

  private static String queued(Backlog backlog) {
    return (backlog.areFramesEstimated() ? "about " : "")
        + String.format(Locale.ROOT, "%,d", backlog.queuedFrames())
        + (backlog.queuedFrames() == 1 ? " frame, " : " frames, ")
        + (backlog.areBytesEstimated() && !backlog.areFramesEstimated() ? "about " : "")
        + Units.bytes(backlog.queuedBytes());
  }

  /** Nothing about the request of a client of ours: what its way added to it is not seen. */
  public static String noIntermediary(Evidence evidence) {
    return evidence.handshake().role() == Role.SERVER
            && !evidence.handshake().isThroughIntermediary()
        ? "no header of an intermediary in the request"
        : "";
  }

  public static String httpVersion(Handshake handshake) {
    return "the request came over HTTP/" + handshake.httpVersion();
  }

  /** How the transport ended where no Close frame came. */
  public static String withoutClose(Fact end) {
    return end.failure().isPresent()
        ? of(end) + ", without Close frame"
        : "EOF without Close frame";
  }
}
