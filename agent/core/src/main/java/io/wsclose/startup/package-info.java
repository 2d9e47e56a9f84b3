// SPDX-License-Identifier: Apache-2.0
/**
 * Builds the agent before the application's {@code main}: reads the {@linkplain
 * io.wsclose.configuration configuration}, makes each part, joins them and says in one line where
 * events go. {@link io.wsclose.startup.Startup} is where to begin.
 *
 * <p>Nothing here may be slow to initialise: no lambdas, no logging, no OpenTelemetry, no Byte
 * Buddy.
 *
 * <h2>The way of a frame</h2>
 *
 * <ol>
 *   <li>A stack reads or writes it. {@link io.wsclose.instrumentation} has inlined advice of {@link
 *       io.wsclose.stack} there when the class was loaded.
 *   <li>The advice asks {@link io.wsclose.bootstrap.Recorder#of} for the connection of the stack's
 *       object and calls {@link io.wsclose.bootstrap.Connection#frameReceived} or {@code
 *       frameSent}.
 *   <li>Those count it and keep the last few in a {@link io.wsclose.bootstrap.FrameRing}. That is
 *       all while the connection lives: nothing leaves the stack's thread, nothing is allocated.
 *   <li>At the end {@link io.wsclose.record.Evidence} copies both rings into one {@link
 *       io.wsclose.record.Traffic}, {@code LastFrames} of {@link io.wsclose.event} makes lines and
 *       span events of the last of them, and {@code SpanMapping} of {@link io.wsclose.sink.otel}
 *       puts these on the span.
 * </ol>
 *
 * <h2>The way of an end</h2>
 *
 * <ol>
 *   <li>Advice tells what it sees, on the stack's threads: a Close frame, a reset, who called
 *       {@code close}. A {@link io.wsclose.record.ConnectionRecord}, which is the {@code
 *       Connection} that the facade hands out, keeps each as a {@link io.wsclose.record.Fact} with
 *       its time.
 *   <li>The transport is gone, or the handshake was refused: the record ends, once, and is queued
 *       for the thread of {@link io.wsclose.sink.Sink}. A connection that is garbage without having
 *       ended, and those still open when the JVM stops, are ended by {@code Recorder} and by the
 *       sink's final drain.
 *   <li>There all that is known becomes an immutable {@link io.wsclose.record.Evidence}, and {@link
 *       io.wsclose.cause.analysis.CauseAnalyzer} has every rule look at it. What was found says how
 *       long to wait: for others that end with it, for what the stack tells the application, or not
 *       at all. Then it is analysed again, with all that around it.
 *   <li>The {@link io.wsclose.cause.Finding} and the evidence become a {@link
 *       io.wsclose.event.CloseEvent}.
 *   <li>It leaves as a span by {@link io.wsclose.sink.otel} and as a line by {@link
 *       io.wsclose.sink.log}.
 * </ol>
 *
 * <p>Nobody on this way knows those who come after; {@code ArchitectureTest} sees to that. The
 * start of a connection is an end's with other names: advice hands an {@link
 * io.wsclose.bootstrap.Upgrade} to {@code Recorder}, which has {@link
 * io.wsclose.record.RecordingBackend} make the record.
 */
package io.wsclose.startup;
