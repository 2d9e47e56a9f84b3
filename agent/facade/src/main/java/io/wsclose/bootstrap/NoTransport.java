// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** What {@link Recorder#transport} answers for an object that carries no WebSocket. */
final class NoTransport extends Transport {
  static final Transport INSTANCE = new NoTransport();

  private NoTransport() {}

  @Override
  public void endOfStream() {}

  @Override
  public void socketFailed(SocketOperation operation, Throwable failure) {}

  @Override
  public void tlsFailed(Throwable failure) {}

  @Override
  public void idleExpired(long limitMillis) {}

  @Override
  public void closeRequested(Throwable caller) {}

  @Override
  public void stopping(String what) {}

  @Override
  public void ended() {}
}
