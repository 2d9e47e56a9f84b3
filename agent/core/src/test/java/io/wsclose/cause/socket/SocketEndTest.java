// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.socket;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.FactKind;
import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class SocketEndTest {

  @Test
  void eof() {
    Verdict.of(EvidenceBuilder.opened().received(11.6, 1).sent(11, 1).eof(12))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY)
        .says("The client's side ended the connection after 12.0 s", "400 ms after its last frame")
        .because("EOF without Close frame", "no inbound frame for 400 ms")
        .or(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void adviceSaysHowToTellTheClientFromTheWayToIt() {
    EvidenceBuilder flowing = EvidenceBuilder.opened().received(11.6, 1).eof(12);
    Verdict.of(flowing)
        .advises("may have been killed", "client's own log", "on the path", "alone is harmless")
        .doesNotAdvise("was killed");
    Verdict.of(EvidenceBuilder.opened().received(11.6, 1).reset(12))
        .advises("may have been killed")
        .doesNotAdvise("was killed");
  }

  @Test
  void speaksOfNoLastFrameWhereNoneCame() {
    Verdict.of(EvidenceBuilder.opened().eof(0.303))
        .says("after 303 ms without a Close frame, and it had not sent a single frame")
        .because(
            "no inbound frame for 303 ms, since the opening",
            "no outbound frame for 303 ms, since the opening");
    Verdict.of(EvidenceBuilder.opened().sent(0.1, 1).reset(0.303))
        .says("after 303 ms, and it had not sent a single frame")
        .because("no outbound frame for 203 ms");
    Verdict.of(EvidenceBuilder.opened().received(0.0001, 1).eof(12))
        .says(
            "after 12.0 s without a Close frame, and its last frame came right after the opening");
  }

  @Test
  void saysWhyThePeerCountsAsInitiatorBehindAProxy() {
    Verdict.of(EvidenceBuilder.opened().header("X-Forwarded-For", "10.0.0.1").received(1, 1).eof(2))
        .hasLineWith("this socket leads to an intermediary");
  }

  /** One fact says that the peer's side ended it, and nothing why. */
  @Test
  void anEofOrResetAfterASilenceIsPossible() {
    for (double silence : new double[] {1.3, 4.98, 5, 7.4, 19.946, 20.01, 47.3}) {
      Verdict.of(EvidenceBuilder.opened().received(10, 1).eof(10 + silence))
          .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE);
      Verdict.of(EvidenceBuilder.opened().received(10, 1).reset(10 + silence))
          .is(Cause.PEER_RESET, Confidence.POSSIBLE);
    }
  }

  @Test
  void aResetAfterPingsThatNobodyAnsweredIsThePeers() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .pinged(2)
                .pinged(3)
                .pinged(4)
                .pinged(5)
                .reset(5.4))
        .is(Cause.PEER_RESET, Confidence.LIKELY);
  }

  @Test
  void behindAProxyItMayBeTheProxys() {
    Verdict.of(
            EvidenceBuilder.opened()
                .header("X-Forwarded-For", "203.0.113.7")
                .received(11.4, 1)
                .eof(12))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .says("or an intermediary before it")
        .or(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void aSilenceOfSecondsBehindAProxyMayBeItsLimit() {
    Verdict.of(
            EvidenceBuilder.opened()
                .header("X-Forwarded-For", "203.0.113.7")
                .received(10, 1)
                .eof(16))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .or(Cause.PROXY_IDLE_TIMEOUT, Cause.PROXY_RELOAD_OR_DRAIN);
    Verdict.of(EvidenceBuilder.opened().received(10, 1).eof(16))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .or(Cause.PROXY_IDLE_TIMEOUT);
  }

  @Test
  void aSilentPhoneMayHaveFallenAsleep() {
    Verdict.of(
            EvidenceBuilder.opened()
                .header("User-Agent", "Mozilla/5.0 (iPhone)")
                .received(10, 1)
                .sent(50, 1)
                .eof(52))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .advises("a phone that fell asleep")
        .or(Cause.PROXY_IDLE_TIMEOUT, Cause.PEER_SUSPENDED);
  }

  @Test
  void aClientThatCameBackFromAnotherAddressMayHaveChangedItsNetwork() {
    Verdict.of(
            EvidenceBuilder.opened().received(10, 1).reset(47.3),
            Surroundings.builder().cameBack("it came back").build())
        .is(Cause.PEER_RESET, Confidence.POSSIBLE)
        .because("it came back")
        .advises("only changed its network")
        .or(Cause.PROXY_IDLE_TIMEOUT, Cause.PEER_NETWORK_CHANGE);
  }

  @Test
  void aReloadWhereNoOtherEndedIsExcluded() {
    Verdict.of(
            EvidenceBuilder.opened().header("X-Forwarded-For", "1").received(11.4, 1).eof(12),
            Surroundings.builder().openOfHop(12).build())
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .or(Cause.PEER_RESET);
  }

  @Test
  void reset() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(11.5, 1)
                .sent(11.6, 1)
                .failed(12, SocketOperation.WRITE, new IOException("Connection reset by peer"))
                .eof(12.1))
        .is(Cause.PEER_RESET, Confidence.LIKELY)
        .because("reset by peer on write: java.io.IOException: Connection reset by peer");
  }

  @Test
  void aResetBehindAProxyMayBeTheProxys() {
    Verdict.of(EvidenceBuilder.opened().header("X-Forwarded-For", "203.0.113.7").reset(2.4))
        .is(Cause.PEER_RESET, Confidence.POSSIBLE)
        .says("The client, or an intermediary before it, reset the connection")
        .advises("the intermediary's log", "HAProxy")
        .or(Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void aBrokenPipeAloneMeansGoneBefore() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .failed(1.7, SocketOperation.WRITE, new IOException("Broken pipe"))
                .eof(1.8))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .says("had already gone")
        .or(Cause.PEER_RESET);
  }

  @Test
  void behindAProxyItMayBeTheProxyThatWasGoneBefore() {
    Verdict.of(
            EvidenceBuilder.opened()
                .header("X-Forwarded-For", "203.0.113.7")
                .received(1, 1)
                .failed(1.7, SocketOperation.WRITE, new IOException("Broken pipe")))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE)
        .says("The client, or an intermediary before it, had already gone")
        .advises("the intermediary's log")
        .or(Cause.PEER_RESET, Cause.PROXY_RELOAD_OR_DRAIN);
  }

  @Test
  void aResetBehindABrokenPipeIsTheReset() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(11.8, 1)
                .failed(12, SocketOperation.WRITE, new IOException("Broken pipe"))
                .reset(12.01))
        .is(Cause.PEER_RESET, Confidence.LIKELY);
  }

  /** The write took the reset, the read on another thread was on record before it. */
  @Test
  void anEndOfStreamMayBeTheShadowOfATimeout() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(2, 1)
                .sent(7, 2)
                .eof(20)
                .failed(20.007, SocketOperation.WRITE, new IOException("Connection timed out")))
        .is(Cause.NETWORK_RETRANSMIT_TIMEOUT, Confidence.CERTAIN)
        .says("gave up on the path to the client", "13.0 s after the last frame to it")
        .because("timed out on write: java.io.IOException: Connection timed out");
    Verdict.of(
            EvidenceBuilder.opened()
                .received(2, 1)
                .eof(20)
                .failed(25, SocketOperation.WRITE, new IOException("Connection timed out")))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.POSSIBLE);
  }

  @Test
  void anEndOfStreamMayBeTheShadowOfAReset() {
    IOException reset = new IOException("Connection reset by peer");
    Verdict.of(
            EvidenceBuilder.opened()
                .received(11.9, 1)
                .eof(12)
                .failed(12.005, SocketOperation.WRITE, reset))
        .is(Cause.PEER_RESET, Confidence.LIKELY)
        .because("reset by peer on write: java.io.IOException: Connection reset by peer");
  }

  /** After a FIN the RST that a write draws is a broken pipe on Linux. */
  @Test
  void aFinAndTheBrokenPipeThatAWriteDrawsIsTheFin() {
    IOException brokenPipe = new IOException("Broken pipe");
    Verdict.of(
            EvidenceBuilder.opened()
                .received(11.9, 1)
                .eof(12)
                .failed(12.005, SocketOperation.WRITE, brokenPipe))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY);
  }

  /** Windows words the RST that a write draws after a FIN as any other. */
  @Test
  void aFinAndTheResetThatAWriteDrawsOnWindowsIsTheFin() {
    IOException reset =
        new IOException("An existing connection was forcibly closed by the remote host");
    Verdict.of(
            EvidenceBuilder.opened()
                .received(11.9, 1)
                .eof(12)
                .failed(12.005, SocketOperation.WRITE, reset))
        .is(Cause.PEER_EOF_WITHOUT_CLOSE, Confidence.LIKELY);
  }

  @Test
  void aResetThatAStackWrapsIsFound() {
    IOException wrapped =
        new IOException("Connection lost", new SocketException("Connection reset"));
    Verdict.of(EvidenceBuilder.opened().received(11.9, 1).failed(12, SocketOperation.READ, wrapped))
        .is(Cause.PEER_RESET, Confidence.LIKELY);
  }

  @Test
  void deadPath() {
    Verdict.of(
            EvidenceBuilder.opened()
                .received(1, 1)
                .sent(20, 1)
                .failed(944, SocketOperation.READ, new IOException("Connection timed out")))
        .is(Cause.NETWORK_RETRANSMIT_TIMEOUT, Confidence.CERTAIN)
        .says("15 min 43 s");
    Verdict.of(
            EvidenceBuilder.opened()
                .failed(9, SocketOperation.READ, new java.net.NoRouteToHostException()))
        .is(Cause.NETWORK_RETRANSMIT_TIMEOUT, Confidence.CERTAIN);
  }

  @Test
  void aFailureInAnotherLanguageIsUnknownAndWhatFollowsDecidesNothing() {
    Verdict.of(
            EvidenceBuilder.opened()
                .failed(12, SocketOperation.READ, new IOException("Verbindung abgebrochen"))
                .called(12.1, FactKind.TRANSPORT_CLOSE_REQUESTED, "com.acme.A.exceptionCaught")
                .closeSent(12.2, 1000, "Bye"))
        .is(Cause.UNKNOWN, Confidence.POSSIBLE)
        .or(Cause.PEER_RESET);
  }

  @Test
  void nothingSeenIsUnknown() {
    Verdict.of(EvidenceBuilder.opened().received(1, 1).ended(12))
        .is(Cause.UNKNOWN, Confidence.POSSIBLE)
        .says("gone after 12.0 s")
        .because("no sign of the end was seen before it");
  }

  @Test
  void everySingleEndNamesWhatElseItMayHaveBeen() {
    for (String forwarded : new String[] {"", "10.0.0.1"}) {
      for (double silence : new double[] {0.01, 0.5, 1.4, 2.4, 3, 17.3}) {
        EvidenceBuilder eof = EvidenceBuilder.opened().received(20, 1).sent(20, 1);
        EvidenceBuilder reset = EvidenceBuilder.opened().received(20, 1).sent(20, 1);
        if (!forwarded.isEmpty()) {
          eof.header("X-Forwarded-For", forwarded);
          reset.header("X-Forwarded-For", forwarded);
        }
        Verdict.of(eof.eof(20 + silence)).namesAlternatives();
        Verdict.of(reset.reset(20 + silence)).namesAlternatives();
      }
    }
  }

  @Test
  void saysWhyASilenceIsNoLimitWhereAWriteBrokeIt() {
    Verdict.of(EvidenceBuilder.opened().received(1, 1).sent(9.7, 1).eof(10))
        .because(
            "this JVM sent a frame 300 ms before the end, so no idle limit on the path ended it");
  }

  @Test
  void aLifeOfMillisecondsHasNoFrameWorthNaming() {
    Verdict.of(EvidenceBuilder.opened().received(0.0001, 1).sent(0.0002, 1).eof(0.002))
        .says("ended the connection after 2 ms without a Close frame")
        .doesNotSay("last frame");
  }

  @Test
  void aCloseFrameSentAfterTheEndIsAReaction() {
    Verdict.of(EvidenceBuilder.opened().received(1, 1).eof(1.2).closeSent(1.201, 1005, ""))
        .because(
            "the Close frame of this JVM (no status code) came after that end, as a reaction to it");
  }
}
