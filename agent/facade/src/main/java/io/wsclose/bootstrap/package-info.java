// SPDX-License-Identifier: Apache-2.0
/**
 * The facade: what inlined advice calls, and therefore all that a stack's classes see of the agent:
 * visible from every loader, so it refers to {@code java.base} alone. {@link
 * io.wsclose.bootstrap.Recorder} finds the {@link io.wsclose.bootstrap.Connection} of a stack's
 * object, or the {@link io.wsclose.bootstrap.Transport} that carries one or many connections;
 * frames are kept right here, everything rare goes on to {@code io.wsclose.record} behind {@link
 * io.wsclose.bootstrap.Backend}.
 *
 * <p>Frames, Close frames and answers are told to the connection; what happens to the socket, to
 * TLS and to timers is told to the transport, and reaches every connection that is on it at that
 * time. In HTTP/1.1 one object of the stack is the key of both. Over HTTP/2 a stream is the key of
 * its connection, {@code Recorder.carriedBy} links it to what all streams share, and that is no key
 * of a connection. An attempt begins with the request, on a client before it: {@code
 * Recorder.attempting}.
 *
 * <p>It is the hot path. The whole way is told in {@code io.wsclose.startup}.
 */
package io.wsclose.bootstrap;
