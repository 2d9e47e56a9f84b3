// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/**
 * What advice tells about the carrier of WebSocket connections: a socket with the TLS on top of it,
 * a stream of an HTTP/2 connection, or that HTTP/2 connection with all of its streams.
 *
 * <p>In HTTP/1.1 one object of the stack is the key of both, and {@link Recorder#transport} answers
 * for the one connection that it carries. Where a transport carries several, at the same time or
 * one after the other, {@link Recorder#carriedBy} says so: then a fact is recorded once and reaches
 * every connection that is on it at that time. How much of what was written left this JVM belongs
 * to the frames, and therefore to {@link Connection}: a shared transport cannot say whose bytes it
 * holds.
 */
public abstract class Transport {
  /** What ignores everything, for an object that is no transport of a WebSocket. */
  public static Transport none() {
    return NoTransport.INSTANCE;
  }

  /** False for {@link #none}. */
  public final boolean isKnown() {
    return this != NoTransport.INSTANCE;
  }

  /** The peer's FIN was read, or what stands for it, such as END_STREAM (RFC 8441 section 5). */
  public abstract void endOfStream();

  /** A socket call failed, or the peer reset the stream. */
  public abstract void socketFailed(SocketOperation operation, Throwable failure);

  /** The TLS engine failed, during or after the TLS handshake. */
  public abstract void tlsFailed(Throwable failure);

  /**
   * An idle limit of the stack or pipeline ran out.
   *
   * @param limitMillis the configured limit, or 0 where it is not known
   */
  public abstract void idleExpired(long limitMillis);

  /** Local code asked to drop it; the stack trace of {@code caller} says who. */
  public abstract void closeRequested(Throwable caller);

  /** The server, container or event loop that it belongs to is being stopped. */
  public abstract void stopping(String what);

  /**
   * It is gone. That ends the connection that has it to itself. Connections that share it end one
   * by one, each with its own {@link Connection#ended}: stacks report their last facts after they
   * closed what is below (a parent channel may close before its streams).
   */
  public abstract void ended();
}
