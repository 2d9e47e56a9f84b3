// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.tls;

import io.wsclose.record.Fact;
import io.wsclose.record.ThrowableSnapshot;
import io.wsclose.stack.StackProfile;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why TLS was not established, read from the words of the JDK's and the stack's exceptions. */
enum TlsProblem {
  PLAINTEXT(
      "plaintext came where TLS is spoken",
      "Let the other side use wss:// on this port.",
      "unrecognized ssl message",
      "plaintext connection"),
  UNTRUSTED(
      "the certificate is not trusted",
      "Complete the certificate chain, or add its authority to the other side's trust store; check"
          + " host name and expiry.",
      "certificate_unknown",
      "unknown_ca",
      "bad_certificate",
      "certificate_expired",
      "pkix path",
      "no subject alternative"),
  VERSION(
      "the two sides share no TLS version or cipher suite",
      "Allow a version or cipher suite that both sides know.",
      "protocol_version",
      "protocol versions",
      "protocol is disabled",
      "no cipher suites in common",
      "handshake_failure"),
  LEFT(
      "the other side left in the middle of it",
      "If this comes at regular times it is a health check or port probe and needs nothing;"
          + " otherwise look at the other side's log.",
      "terminated the handshake",
      "peer shut down",
      "close_notify",
      "connection reset",
      "closed channel"),
  OTHER("see the exception", "See the exception; both sides' TLS logs tell more.");

  private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]{3,40})");

  private final String words;
  private final String hint;
  private final String[] signs;

  TlsProblem(String words, String hint, String... signs) {
    this.words = words;
    this.hint = hint;
    this.signs = signs;
  }

  static TlsProblem of(Fact fact, StackProfile stack) {
    String text = text(fact);
    for (String sign : stack.plaintextMessages()) {
      if (text.contains(sign)) {
        return PLAINTEXT;
      }
    }
    for (TlsProblem problem : values()) {
      for (String sign : problem.signs) {
        if (text.contains(sign)) {
          return problem;
        }
      }
    }
    return OTHER;
  }

  /** {@code alert bad_record_mac}, empty if none is named. */
  static String alert(Fact fact) {
    Matcher alert = ALERT.matcher(text(fact));
    return alert.find() ? "alert " + alert.group(1) : "";
  }

  private static String text(Fact fact) {
    StringBuilder text = new StringBuilder();
    if (fact.failure().isPresent()) {
      for (ThrowableSnapshot link : fact.failure().get().chain()) {
        text.append(link.message()).append('\n');
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  String words() {
    return words;
  }

  String hint() {
    return hint;
  }
}
