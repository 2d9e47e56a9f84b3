// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.handshake.AuthRejected;
import io.wsclose.cause.handshake.BadAccept;
import io.wsclose.cause.handshake.BadRequest;
import io.wsclose.cause.handshake.ConnectFailed;
import io.wsclose.cause.handshake.ExtensionMismatch;
import io.wsclose.cause.handshake.HandshakeTimeout;
import io.wsclose.cause.handshake.NotWebSocketEndpoint;
import io.wsclose.cause.handshake.OriginRejected;
import io.wsclose.cause.handshake.PeerGone;
import io.wsclose.cause.handshake.Redirected;
import io.wsclose.cause.handshake.Rejected;
import io.wsclose.cause.handshake.ServerError;
import io.wsclose.cause.handshake.SubprotocolNotOffered;
import io.wsclose.cause.handshake.SubprotocolNotSelected;
import io.wsclose.cause.handshake.UpgradeStripped;
import io.wsclose.cause.local.Abort;
import io.wsclose.cause.local.AppClose;
import io.wsclose.cause.local.AppException;
import io.wsclose.cause.local.HeartbeatTimeout;
import io.wsclose.cause.local.IdleTimeout;
import io.wsclose.cause.local.JvmStall;
import io.wsclose.cause.local.MessageTooBig;
import io.wsclose.cause.local.ResourceExhausted;
import io.wsclose.cause.local.SessionExpired;
import io.wsclose.cause.local.Shutdown;
import io.wsclose.cause.local.SlowConsumer;
import io.wsclose.cause.path.IdleFlowDropped;
import io.wsclose.cause.path.NetworkCut;
import io.wsclose.cause.path.ProxyIdleTimeout;
import io.wsclose.cause.path.ProxyMaxAge;
import io.wsclose.cause.path.ReloadOrDrain;
import io.wsclose.cause.protocol.CompressionError;
import io.wsclose.cause.protocol.InvalidUtf8;
import io.wsclose.cause.protocol.PeerViolation;
import io.wsclose.cause.socket.BrokenPipe;
import io.wsclose.cause.socket.EofWithoutClose;
import io.wsclose.cause.socket.Reset;
import io.wsclose.cause.socket.RetransmitTimeout;
import io.wsclose.cause.socket.UnnamedSocketFailure;
import io.wsclose.cause.tls.TlsFatalAlert;
import io.wsclose.cause.tls.TlsHandshakeFailed;
import io.wsclose.cause.wire.CleanClose;
import io.wsclose.cause.wire.GoingAway;
import io.wsclose.cause.wire.PeerRejectedUs;
import io.wsclose.cause.wire.ReservedStatus;
import io.wsclose.cause.wire.ServerStatus;
import io.wsclose.record.Evidence;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Evidence in, finding out: every rule looks at the evidence, and of their findings the one whose
 * deciding fact is the earliest wins. What is done in reaction to a fact already on record (a 1000
 * 'Bye' after a reset, the echo of a Close frame) is later than that fact, so it never decides.
 * Where two rest on the same fact, the rule that stands earlier in the list wins.
 */
public final class CauseAnalyzer {
  private static final List<Rule> RULES =
      Collections.unmodifiableList(
          Arrays.asList(
              // TLS: no request without it
              new TlsHandshakeFailed(),
              new TlsFatalAlert(),

              // a stop of this JVM, which also ends and refuses handshakes
              new Shutdown(),
              // handshake: what the request itself lacks, then the answer
              new UpgradeStripped(),
              new BadRequest(),
              new OriginRejected(),
              new AuthRejected(),
              new NotWebSocketEndpoint(),
              new Redirected(),
              new ConnectFailed(),
              new BadAccept(),
              new SubprotocolNotOffered(),
              new ExtensionMismatch(),
              new SubprotocolNotSelected(),
              new PeerGone(),
              new HandshakeTimeout(),
              new ServerError(),
              new Rejected(),

              // a pause of this JVM, after which many ends are found at once, too
              new JvmStall(),

              // path: a proxy that closes all its connections may send Close frames, too
              new ReloadOrDrain(),

              // wire: the status code of the Close frame that came
              new PeerRejectedUs(),
              new ServerStatus(),
              new GoingAway(),
              new CleanClose(),
              new ReservedStatus(),

              // local: what this JVM did, and what made it
              new ResourceExhausted(),
              new SlowConsumer(),
              new MessageTooBig(),
              new SessionExpired(),
              new HeartbeatTimeout(),
              new IdleTimeout(),
              new AppException(),

              // protocol: what the parser refused
              new CompressionError(),
              new InvalidUtf8(),
              new PeerViolation(),

              // local, with nothing that made it
              new AppClose(),
              new Abort(),

              // path: what an end of the socket means in the light of timing, headers, siblings
              new NetworkCut(),
              new IdleFlowDropped(),
              new ProxyIdleTimeout(),
              new ProxyMaxAge(),

              // socket: what the kernel said, where nothing explains it better
              new RetransmitTimeout(),
              new Reset(),
              new EofWithoutClose(),
              new BrokenPipe(),
              new UnnamedSocketFailure()));

  private final List<Rule> rules;

  public CauseAnalyzer() {
    this(RULES);
  }

  CauseAnalyzer(List<Rule> rules) {
    this.rules = rules;
  }

  static List<Rule> rules() {
    return RULES;
  }

  /** The cause; {@link Cause#UNKNOWN} where the evidence decides nothing. Never throws. */
  public Finding analyze(Evidence evidence, Surroundings surroundings) {
    Finding best = null;
    for (Rule rule : rules) {
      Optional<Finding> finding = examine(rule, evidence, surroundings);
      if (finding.isPresent() && (best == null || isEarlier(finding.get(), best))) {
        best = finding.get();
      }
    }
    Finding decided = best == null ? Undecided.finding(evidence) : best;
    try {
      decided = PauseDoubt.cast(decided, evidence, surroundings.pauses());
      return decided.because(CommonEvidence.lines(evidence, surroundings, decided));
    } catch (RuntimeException | LinkageError e) {
      return decided;
    }
  }

  /** One broken rule must not cost the event. */
  private static Optional<Finding> examine(Rule rule, Evidence evidence, Surroundings around) {
    try {
      return rule.examine(evidence, around);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static boolean isEarlier(Finding finding, Finding best) {
    return finding.decidedBy().isBefore(best.decidedBy());
  }
}
