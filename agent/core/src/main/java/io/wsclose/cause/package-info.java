// SPDX-License-Identifier: Apache-2.0
/**
 * Why it ended. {@link io.wsclose.cause.analysis.CauseAnalyzer} hands {@link
 * io.wsclose.record.Evidence} of one connection, and {@link io.wsclose.cause.Surroundings} of what
 * others did meanwhile, to every {@link io.wsclose.cause.Rule}; of their {@link
 * io.wsclose.cause.Finding}s the one whose deciding fact is the earliest wins. Everything here is a
 * pure function: no clock, no state, no I/O. {@link io.wsclose.event} makes an event of the
 * finding.
 *
 * <h2>Where a rule stands</h2>
 *
 * Sub-packages group rules by the kind of evidence that they rest on, not by the id of the cause:
 *
 * <ul>
 *   <li>{@link io.wsclose.cause.tls}: what the TLS layer threw.
 *   <li>{@link io.wsclose.cause.handshake}: request and answer of an attempt that failed, or of a
 *       connection that ended right after.
 *   <li>{@link io.wsclose.cause.wire}: the status code of the peer's Close frame, so {@code
 *       protocol.peer_rejected_us} is there.
 *   <li>{@link io.wsclose.cause.local}: what this JVM did.
 *   <li>{@link io.wsclose.cause.protocol}: what the parser refused.
 *   <li>{@link io.wsclose.cause.path}: an end of the socket in the light of timing, headers and
 *       siblings: {@code proxy.*} and some of {@code network.*}.
 *   <li>{@link io.wsclose.cause.socket}: what the kernel said, where nothing explains it better:
 *       {@code peer.reset}, {@code peer.eof_without_close} and {@code network.retransmit_timeout}.
 * </ul>
 *
 * A class in them that does not implement {@code Rule} is what rules share: {@code TlsProblem},
 * {@code Attempt}, {@code RefusalText}, {@code EarlyLeave}, {@code Origins}, {@code LocalEnd},
 * {@code Stop}, {@code CallSite}, {@code Refusal}, {@code CandidateProxies}, {@code IdleLimit},
 * {@code AgeLimit}, {@code Dismissal}, {@code BrokenSilence}, {@code SocketEnd}, {@code DeadPath},
 * {@code Silence}, {@code Alternatives}. In this package {@code SocketSigns}, {@code RefusedFrame}
 * and {@code SendStall} say what facts together mean, {@code FactText} and {@code Units} put facts
 * and figures in words; in {@link io.wsclose.cause.analysis} {@code CommonEvidence} and {@code
 * ClosingHandshake} add what any end may need beside its cause.
 *
 * <p>CONTRIBUTING.md says how to add a cause.
 */
package io.wsclose.cause;
