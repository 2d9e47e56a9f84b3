// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.record.Fact;
import java.util.Locale;

/**
 * How a refusal reads: to the operator of the server, who can change what answers, and to the
 * client's, for whom it is the server's doing. Summaries take the path and the status.
 */
enum RefusalText {
  NOT_WEBSOCKET_ENDPOINT(
      Cause.HANDSHAKE_NOT_WEBSOCKET_ENDPOINT,
      "The upgrade for %s was answered %d, which usually means that no WebSocket endpoint is at this"
          + " path",
      "Compare the client's URL with the path of the endpoint: spelling, context path, rewrite rules"
          + " of proxies and trailing slashes included. If they agree, look for a filter or handler"
          + " that answers in front of the endpoint.",
      "The server answered the upgrade for %s with %d, which usually means that no WebSocket endpoint"
          + " is at this path",
      "Compare the URL that this client uses with the path of the server's endpoint: spelling,"
          + " context path, rewrite rules of proxies and trailing slashes included."),
  UNAUTHORIZED(
      Cause.HANDSHAKE_AUTH_REJECTED,
      "The upgrade for %s was answered %d: the client was not authorized",
      "Check the login or token of the client; a browser cannot send an Authorization header on a"
          + " WebSocket, so it needs a cookie, or a token in the query or subprotocol.",
      "The server answered the upgrade for %s with %d: it did not authorize this client",
      "Check the credentials that this client sends with the upgrade request: a header, a cookie, or"
          + " a token in the query or subprotocol may be missing, wrong or expired. A 407 asks for"
          + " those of a proxy."),
  BAD_REQUEST(
      Cause.HANDSHAKE_BAD_REQUEST,
      "The WebSocket request for %s was answered %d (bad request)",
      Hints.CLIENT_LIBRARY,
      "The server answered the upgrade for %s with %d (bad request)",
      Hints.OWN_LIBRARY),
  WRONG_VERSION(
      Cause.HANDSHAKE_BAD_REQUEST,
      "The WebSocket request for %s was answered %d (another WebSocket version is wanted)",
      Hints.CLIENT_LIBRARY,
      "The server answered the upgrade for %s with %d (it wants another WebSocket version)",
      Hints.OWN_LIBRARY),
  TOO_MANY(
      Cause.HANDSHAKE_REJECTED,
      "The upgrade for %s was refused with %d",
      "The client asks too often: let it wait longer between attempts, or raise the limit.",
      "The server refused the upgrade for %s with %d",
      "This client asks too often: let it wait longer between attempts, or have the server's limit"
          + " raised."),
  REFUSED(
      Cause.HANDSHAKE_REJECTED,
      "The upgrade for %s was refused with %d",
      "Look for the filter, handler or limit that answers with this status.",
      "The server refused the upgrade for %s with %d",
      "Look into the log of the server, and of proxies before it, for what answers with this"
          + " status."),
  REDIRECTED(
      Cause.HANDSHAKE_REDIRECTED,
      "The upgrade for %s was answered %d: a redirect, which browsers do not follow for a WebSocket",
      "Let the client use the final URL at once: a login page, http to https or a missing trailing"
          + " slash is what usually redirects.",
      "The server answered the upgrade for %s with %d: a redirect, which this client did not follow",
      "Let this client use the final URL at once: a login page, http to https or a missing trailing"
          + " slash is what usually redirects."),
  SERVER_ERROR(
      Cause.HANDSHAKE_SERVER_ERROR,
      "The upgrade for %s was answered %d",
      "Look into the server's log at this time, and at backends that the endpoint needs.",
      "The server answered the upgrade for %s with %d",
      "Look into the server's log at this time. A proxy before it answers 502, 503 or 504 where it"
          + " does not reach the server.");

  /** What two constants share. */
  private static final class Hints {
    private static final String CLIENT_LIBRARY =
        "Look at the client: its WebSocket library is broken or too old, or something that is not a"
            + " WebSocket client calls this address.";
    private static final String OWN_LIBRARY =
        "Look into the server's log for what it does not accept: this client's WebSocket library may"
            + " be too old, or a proxy on the path changes the request.";
  }

  private final Cause cause;
  private final String summaryOnServer;
  private final String hintOnServer;
  private final String summaryOnClient;
  private final String hintOnClient;

  RefusalText(
      Cause cause,
      String summaryOnServer,
      String hintOnServer,
      String summaryOnClient,
      String hintOnClient) {
    this.cause = cause;
    this.summaryOnServer = summaryOnServer;
    this.hintOnServer = hintOnServer;
    this.summaryOnClient = summaryOnClient;
    this.hintOnClient = hintOnClient;
  }

  Finding finding(Attempt attempt, Fact refusal) {
    return Finding.of(
            cause, Confidence.CERTAIN, refusal, summary(attempt, refusal.code()), hint(attempt))
        .because("handshake answered " + refusal.code());
  }

  String summary(Attempt attempt, int status) {
    return String.format(
        Locale.ROOT,
        attempt.isServer() ? summaryOnServer : summaryOnClient,
        attempt.path(),
        status);
  }

  String hint(Attempt attempt) {
    return attempt.isServer() ? hintOnServer : hintOnClient;
  }
}
