// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of each WebSocket implementation: one module and one package a stack line, in it
 * its table of hooks (a {@link io.wsclose.stack.WebSocketStack}) and one small class of advice for
 * each thing that can be seen. This module has what a line says of itself.
 *
 * <p>In come calls of the stack's own methods, out go calls of {@code
 * io.wsclose.bootstrap.Recorder}, {@code Connection} and {@code Transport}, and nothing else:
 * advice is never loaded, its body is inlined into the stack's methods by {@code
 * io.wsclose.instrumentation}. The whole way of a frame and of an end is told in {@code
 * io.wsclose.startup}.
 *
 * <h2>Names of advice</h2>
 *
 * The same name says the same in every stack; what stands behind it varies and is told by the
 * class.
 *
 * <ul>
 *   <li>{@code RequestReceived}, {@code ResponseSent}: the opening handshake.
 *   <li>{@code FrameReceived}, {@code FrameSent}: a whole frame with the lengths of the wire. Where
 *       one method both reads and refuses frames, the refusal is told there too, and on Netty the
 *       Close frame.
 *   <li>{@code FrameRefused}: the parser or a validator did not accept what came.
 *   <li>{@code CloseReceived}: code and reason of a legal Close frame of the peer.
 *   <li>{@code CloseCalled}: local code asks for the closing handshake, still on its thread. What
 *       the stack does on its own is not {@code closeRequested}: its timers and its shutdown are
 *       recorded as such, and its answer to a Close frame or an error is left out, unless the fact
 *       that it answers is always on record before.
 *   <li>{@code TransportCloseCalled}: local code asks to drop the transport, still on its thread.
 *   <li>{@code TransportClosing}: the transport is about to go, for whatever reason; what is not
 *       written by now never will be.
 *   <li>{@code …WrittenInPart}: the socket took less than it was given, as the peer does not read.
 *   <li>{@code TransportClosed}: it is gone. That is the end.
 *   <li>{@code CloseReported…}: what the application is told, which may differ from all of these.
 *   <li>{@code CloseMadeUp}: the stack reports a Close frame that the peer never sent.
 *   <li>{@code SendTimedOut}: the stack gives up a message that was not written in time.
 *   <li>{@code StreamEnded}, {@code ReadFailed}, {@code WriteFailed}: what the socket says.
 *   <li>{@code …Stopping}: a server, container or context is being stopped.
 *   <li>{@code …Linked}, {@code …Made}: one more object identifies a connection; Netty's {@code
 *       CloseFrameMade} remembers for a frame who made it.
 *   <li>other {@code …Failed}: who threw.
 * </ul>
 *
 * <p>CONTRIBUTING.md says how to add a stack.
 */
package io.wsclose.stack;
