// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/** What {@link Recorder#of} answers for an object that is no WebSocket's: takes all, keeps none. */
class NoConnection extends Connection {
  static final Connection INSTANCE = new NoConnection();

  private NoConnection() {
    super();
  }

  /** For one that is known and ignores most. */
  NoConnection(int frames, int previewBytes) {
    super(frames, previewBytes);
  }

  @Override
  protected void pingSent(long nanos, long payload) {}

  @Override
  protected void pongReceived(long nanos, long payload) {}

  @Override
  public Transport transport() {
    return Transport.none();
  }

  @Override
  protected void movedTo(Transport shared) {}

  @Override
  public void requested(Upgrade upgrade) {}

  @Override
  public boolean awaitsResponse() {
    return false;
  }

  @Override
  public void accepted(int status, Headers headers) {}

  @Override
  public void refused(int status, Headers headers) {}

  @Override
  public void codecInPlace() {}

  @Override
  public void closeReceived(int code, String reason) {}

  @Override
  public void closeSent(int code, String reason) {}

  @Override
  public void closeNotSent() {}

  @Override
  public void neverLeft(long frames, long bytes) {}

  @Override
  public void neverHandedOver(long frames, long bytes) {}

  @Override
  public void dropped(long frames) {}

  @Override
  public void closeRequested(Throwable caller) {}

  @Override
  public void failed(FailureOrigin origin, int status, Throwable failure) {}

  @Override
  public void unparsable(byte[] head) {}

  @Override
  public void stopping(String what) {}

  @Override
  public void sessionExpired() {}

  @Override
  public void reported(int code, String reason) {}

  @Override
  public void ended() {}

  @Override
  public void abandoned() {}
}
