// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.CallTrace;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.Handshake;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code handshake.origin_rejected}. RFC 6455 section 4.2.2: a server that does not accept the
 * request's Origin answers 403. It is certain where the check itself threw or closed; that it is
 * further out on a stack trace says nothing, as a filter calls all that comes behind it. That a 403
 * was the answer to an Origin which is not the Host only makes it possible.
 */
public final class OriginRejected implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Attempt.of(evidence)
        .flatMap(
            attempt ->
                attempt.refusal(403, 403).flatMap(refusal -> examine(evidence, attempt, refusal)));
  }

  private static Optional<Finding> examine(Evidence evidence, Attempt attempt, Fact refusal) {
    Handshake handshake = evidence.handshake();
    boolean seen = traces(evidence).anyMatch(trace -> isOriginCheck(trace, evidence));
    if (!seen && !Origins.isForeign(handshake)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
                Cause.HANDSHAKE_ORIGIN_REJECTED,
                seen ? Confidence.CERTAIN : Confidence.POSSIBLE,
                refusal,
                (attempt.isServer() ? "The upgrade was answered " : "The server answered ")
                    + refusal.code()
                    + (seen ? " by the Origin check" : ", possibly by the Origin check")
                    + (attempt.isServer() ? ": the page came from " : ": this client sent Origin ")
                    + origin(handshake)
                    + ", the request went to "
                    + host(handshake),
                seen
                    ? "If pages from there may connect, add this origin to the allowed origins of the"
                        + " endpoint; else find out why such a page asks this host."
                    : "Repeat the same request, cookies included, with Origin "
                        + own(handshake)
                        + ": if it opens,"
                        + " it was the Origin check; if it is refused again, a check of login or"
                        + " permission. "
                        + (attempt.isServer()
                            ? "Allow this origin only if pages from there may connect."
                            : "Send the Origin that the server allows, or none."))
            .because(
                "handshake answered " + refusal.code(),
                "Origin " + origin(handshake) + ", Host " + host(handshake),
                seen ? "the Origin check refused it" : "")
            .or(Cause.HANDSHAKE_AUTH_REJECTED));
  }

  private static String host(Handshake handshake) {
    return handshake.host().isEmpty() ? "no host" : handshake.host();
  }

  /** The Origin that a page of the same host has (RFC 6454). */
  private static String own(Handshake handshake) {
    return (handshake.scheme().equals("wss") ? "https://" : "http://") + host(handshake);
  }

  private static String origin(Handshake handshake) {
    return handshake.origin().isEmpty() ? "no origin" : handshake.origin();
  }

  private static Stream<CallTrace> traces(Evidence evidence) {
    return evidence.facts().stream()
        .flatMap(
            fact ->
                Stream.concat(
                    fact.caller().map(Stream::of).orElseGet(Stream::empty),
                    fact.failure()
                        .map(failure -> failure.frames().toArray(new StackTraceElement[0]))
                        .map(frames -> Stream.of(CallTrace.of(frames)))
                        .orElseGet(Stream::empty)));
  }

  private static boolean isOriginCheck(CallTrace trace, Evidence evidence) {
    return trace.thrower().filter(OriginRejected::isOriginFilter).isPresent()
        || trace
            .applicationFrame(evidence.library().packages())
            .filter(OriginRejected::isOriginCheck)
            .isPresent();
  }

  /** The Jakarta API's checkOrigin, or an interceptor that is named for it. */
  private static boolean isOriginCheck(StackTraceElement frame) {
    return frame.getMethodName().equals("checkOrigin")
        || frame.getClassName().contains("OriginHandshakeInterceptor");
  }

  /** Each calls the next filter or handler, so only the innermost counts. */
  private static boolean isOriginFilter(StackTraceElement frame) {
    return frame.getClassName().endsWith(".CorsHandler")
        || frame.getClassName().endsWith(".CorsFilter");
  }
}
