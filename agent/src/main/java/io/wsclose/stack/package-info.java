/**
 * What is known of each WebSocket implementation: one package a stack, in it its table of hooks
 * ({@code …Stack}) and one small class of advice for each thing that can be seen.
 *
 * <p>In come calls of the stack's own methods, out go calls of {@link
 * io.wsclose.bootstrap.Recorder} and {@link io.wsclose.bootstrap.Connection}, and nothing else:
 * advice is never loaded, its body is inlined into the stack's methods by {@link
 * io.wsclose.instrumentation}. The whole way of a frame and of an end is told in {@link
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
 *   <li>{@code CloseCalled}: local code asks for the closing handshake, still on its thread.
 *   <li>{@code TransportCloseCalled}: local code asks to drop the transport, still on its thread.
 *   <li>{@code TransportClosing}: the transport is about to go, for whatever reason; what is not
 *       written by now never will be.
 *   <li>{@code TransportClosed}: it is gone. That is the end.
 *   <li>{@code CloseReported…}: what the application is told, which may differ from all of these.
 *   <li>{@code StreamEnded}, {@code ReadFailed}, {@code WriteFailed}: what the socket says.
 *   <li>{@code …Stopping}: a server, container or context is being stopped.
 *   <li>{@code …Made}, {@code …Set}, {@code …Linked}: one more object stands for a connection;
 *       Netty's {@code CloseFrameMade} remembers for a frame who made it.
 *   <li>other {@code …Failed}: who threw.
 * </ul>
 *
 * <h2>How to add a stack</h2>
 *
 * <ol>
 *   <li>Find its methods: the request before anybody looked at it, the answer, each frame in both
 *       directions, the place where every close ends, and the one that runs once when the transport
 *       is gone.
 *   <li>Choose the key, an object that all of these can reach. Others become aliases of it, see
 *       {@link io.wsclose.bootstrap.Recorder#alias}. Where the stack uses the JDK's {@code
 *       SocketChannel}, that is one of them: {@link io.wsclose.stack.jdk} tells of its resets and
 *       ends of stream. A transport of the stack's own, such as Netty's, needs hooks of its own.
 *   <li>Write a package with an {@link io.wsclose.instrumentation.Stack} and its advice, and name
 *       the stack in {@code META-INF/services/io.wsclose.instrumentation.Stack}. The stack's types
 *       come from a dependency of scope {@code provided}. {@code AdviceRulesTest} checks what
 *       advice may refer to.
 *   <li>If {@code UncoveredStack} names it, the value of {@link
 *       io.wsclose.instrumentation.Stack#name} has to be the same there, and {@code
 *       UncoveredStackIT} needs another example. {@link io.wsclose.cause.StackSettings} gets the
 *       names of its settings.
 *   <li>Let the scenarios of {@code integration-tests} run on it: a sample service; its jars as a
 *       module of {@code integration-tests/stacks}, with the version in the parent's properties and
 *       in those handed to the tests; a {@code …Lines} class that says how it starts and where it
 *       differs; a test class for each version line; its place in {@code AllStacksIT} and in the
 *       README.
 * </ol>
 */
package io.wsclose.stack;
