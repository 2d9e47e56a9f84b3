// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
final class SeenConnection extends NoConnection {
  final List<String> seen = new ArrayList<>();

  SeenConnection() {
    super(0, 0);
  }

  @Override
  public boolean awaitsResponse() {
    return true;
  }

  @Override
  public void accepted(int status, Headers headers) {
    seen.add("accepted " + status);
  }

  @Override
  public void refused(int status, Headers headers) {
    seen.add("refused " + status);
  }

  @Override
  public Transport transport() {
    return new SeenTransport();
  }

  @Override
  protected void movedTo(Transport shared) {
    seen.add("moved");
  }

  @Override
  public void codecInPlace() {
    seen.add("codec");
  }

  @Override
  public void closeReceived(int code, String reason) {
    seen.add("received " + code);
  }

  @Override
  public void closeSent(int code, String reason) {
    seen.add("sent " + code);
  }

  @Override
  public void closeNotSent() {
    seen.add("not sent");
  }

  @Override
  public void neverLeft(long frames, long bytes) {
    seen.add("never left " + frames);
  }

  @Override
  public void closeRequested(Throwable caller) {
    seen.add("requested");
  }

  @Override
  public void failed(FailureOrigin origin, int status, Throwable failure) {
    seen.add("failed " + origin);
  }

  @Override
  public void unparsable(byte[] head) {
    seen.add("unparsable");
  }

  @Override
  public void stopping(String what) {
    seen.add("stopping");
  }

  @Override
  public void sessionExpired() {
    seen.add("session expired");
  }

  @Override
  public void reported(int code, String reason) {
    seen.add("reported " + code);
  }

  @Override
  public void ended() {
    seen.add("ended");
  }

  @Override
  public void abandoned() {
    seen.add("abandoned");
  }

  private final class SeenTransport extends Transport {
    @Override
    public void endOfStream() {
      seen.add("end of stream");
    }

    @Override
    public void socketFailed(SocketOperation operation, Throwable failure) {
      seen.add("failed " + operation);
    }

    @Override
    public void tlsFailed(Throwable failure) {
      seen.add("failed TLS");
    }

    @Override
    public void idleExpired(long limitMillis) {
      seen.add("idle");
    }

    @Override
    public void closeRequested(Throwable caller) {
      seen.add("requested transport");
    }

    @Override
    public void stopping(String what) {
      seen.add("stopping " + what);
    }

    @Override
    public void ended() {
      seen.add("transport ended");
    }
  }
}
