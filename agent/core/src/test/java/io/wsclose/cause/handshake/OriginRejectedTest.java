// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginRejectedTest {

  @Test
  void aCheckOnTheStackIsCertain() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .header("Origin", "https://evil.example")
                .add(
                    0.1,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new SecurityException(), "com.acme.Config.checkOrigin", "io.netty.X.read"))
                .answered(0.1, 403))
        .is(Cause.HANDSHAKE_ORIGIN_REJECTED, Confidence.CERTAIN)
        .says("https://evil.example", "chat.example");
  }

  /** A filter is on the stack of everything that comes behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.netty.handler.codec.http.cors.CorsHandler.channelRead",
        "org.acme.web.CorsFilter.doFilterInternal"
      })
  void aCorsFilterFurtherOutIsNotTheOriginCheck(String filter) {
    Verdict.of(
            EvidenceBuilder.attempt()
                .add(
                    0.1,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new IllegalStateException("no token"),
                        "com.acme.Auth.channelRead",
                        "io.netty.channel.Context.invoke",
                        filter))
                .answered(0.1, 401))
        .is(Cause.HANDSHAKE_AUTH_REJECTED, Confidence.CERTAIN);
  }

  @Test
  void aCorsFilterFurtherOutSaysNothingOfA429() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .add(
                    0.1,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new IllegalStateException("slow down"),
                        "com.acme.RateLimit.check",
                        "org.acme.web.CorsFilter.doFilterInternal"))
                .answered(0.1, 429))
        .is(Cause.HANDSHAKE_REJECTED, Confidence.CERTAIN);
  }

  @Test
  void aCorsFilterBelowTheLoginIsOnlyPossibleWithAForeignOrigin() {
    Verdict.of(
            EvidenceBuilder.attempt()
                .header("Origin", "https://a.example")
                .add(
                    0.1,
                    FactKind.HANDSHAKE_FAILED,
                    0,
                    EvidenceBuilder.thrownIn(
                        new IllegalStateException("not allowed"),
                        "com.acme.Login.check",
                        "org.acme.web.CorsFilter.doFilterInternal"))
                .answered(0.1, 403))
        .is(Cause.HANDSHAKE_ORIGIN_REJECTED, Confidence.POSSIBLE)
        .or(Cause.HANDSHAKE_AUTH_REJECTED);
  }

  @Test
  void aForeignOriginAndA403ArePossible() {
    Verdict.of(EvidenceBuilder.attempt().header("Origin", "https://a.example").answered(0.1, 403))
        .is(Cause.HANDSHAKE_ORIGIN_REJECTED, Confidence.POSSIBLE)
        .or(Cause.HANDSHAKE_AUTH_REJECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://chat.example", "http://CHAT.example:80", "https://chat.example:443"})
  void theSameHostIsNotForeign(String origin) {
    Verdict.of(EvidenceBuilder.attempt().header("Origin", origin).answered(0.1, 403))
        .is(Cause.HANDSHAKE_AUTH_REJECTED, Confidence.CERTAIN);
  }

  @Test
  void aForeignOriginAloneProvesNothing() {
    Verdict.of(EvidenceBuilder.attempt().header("Origin", "https://a.example").answered(0.1, 401))
        .is(Cause.HANDSHAKE_AUTH_REJECTED, Confidence.CERTAIN);
    Verdict.of(EvidenceBuilder.attempt().header("Origin", "https://a.example").answered(0.1, 404))
        .is(Cause.HANDSHAKE_NOT_WEBSOCKET_ENDPOINT, Confidence.CERTAIN);
  }
}
