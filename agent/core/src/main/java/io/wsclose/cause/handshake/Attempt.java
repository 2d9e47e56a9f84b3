// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.bootstrap.Role;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.Handshake;
import java.util.Optional;

/** A handshake that never completed. */
final class Attempt {
  private static final String VERSION = "13";

  private final Evidence evidence;
  private final Handshake handshake;
  private final Optional<Fact> refusal;

  private Attempt(Evidence evidence) {
    this.evidence = evidence;
    this.handshake = evidence.handshake();
    this.refusal = evidence.first(FactKind.REFUSED);
  }

  /** Empty if the connection was opened. */
  static Optional<Attempt> of(Evidence evidence) {
    return evidence.isOpened() ? Optional.empty() : Optional.of(new Attempt(evidence));
  }

  /** The refusing answer, if there was one. */
  Optional<Fact> refusal() {
    return refusal;
  }

  /** The refusing answer if its status is between the two, inclusive. */
  Optional<Fact> refusal(int from, int to) {
    return refusal.filter(fact -> fact.code() >= from && fact.code() <= to);
  }

  boolean isServer() {
    return handshake.role() == Role.SERVER;
  }

  /** The answer; else what this JVM did instead; else the end itself. */
  Fact outcome() {
    return refusal.orElseGet(() -> localClose().orElseGet(evidence::end));
  }

  /** The first local request to end it. */
  Optional<Fact> localClose() {
    return evidence.facts().stream()
        .filter(
            fact ->
                fact.is(FactKind.TRANSPORT_CLOSE_REQUESTED) || fact.is(FactKind.CLOSE_REQUESTED))
        .findFirst();
  }

  /** RFC 6455 section 4.2.1: an upgrade without a usable key, or of another version. */
  boolean isMalformed() {
    return isServer()
        && handshake.asksForUpgrade()
        && (!handshake.hasWellFormedKey() || !version().equals(VERSION));
  }

  String version() {
    return handshake.header("sec-websocket-version").trim();
  }

  /** {@code GET /chat}'s path, for a sentence. */
  String path() {
    return handshake.path().isEmpty() ? "/" : handshake.path();
  }

  String duration() {
    return Units.duration(evidence.ageNanos());
  }

  String answer() {
    return refusal.map(fact -> "answered " + fact.code()).orElse("not answered");
  }
}
