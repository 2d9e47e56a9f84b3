// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.List;

/**
 * Several upgrade requests on one HTTP connection, none of them answered yet: what happens to the
 * HTTP connection happens to each. Immutable. There are no frames before an answer.
 */
final class UnansweredAttempts extends NoConnection {
  private final List<Connection> attempts;

  UnansweredAttempts(List<Connection> attempts) {
    super(0, 0);
    this.attempts = attempts;
  }

  /** A key of all is a key of each. */
  @Override
  void keyAdded() {
    for (Connection attempt : attempts) {
      attempt.keyAdded();
    }
  }

  @Override
  boolean keyGone() {
    for (Connection attempt : attempts) {
      if (attempt.keyGone()) {
        attempt.abandoned();
      }
    }
    return false;
  }

  @Override
  public boolean awaitsResponse() {
    return true;
  }

  @Override
  public Transport transport() {
    return new Together();
  }

  @Override
  public void closeRequested(Throwable caller) {
    for (Connection attempt : attempts) {
      attempt.closeRequested(caller);
    }
  }

  @Override
  public void failed(FailureOrigin origin, int status, Throwable failure) {
    for (Connection attempt : attempts) {
      attempt.failed(origin, status, failure);
    }
  }

  @Override
  public void stopping(String what) {
    for (Connection attempt : attempts) {
      attempt.stopping(what);
    }
  }

  @Override
  public void ended() {
    for (Connection attempt : attempts) {
      attempt.ended();
    }
  }

  @Override
  public void abandoned() {
    for (Connection attempt : attempts) {
      attempt.abandoned();
    }
  }

  /** Their HTTP connection. */
  private final class Together extends Transport {
    @Override
    public void endOfStream() {
      for (Connection attempt : attempts) {
        attempt.transport().endOfStream();
      }
    }

    @Override
    public void socketFailed(SocketOperation operation, Throwable failure) {
      for (Connection attempt : attempts) {
        attempt.transport().socketFailed(operation, failure);
      }
    }

    @Override
    public void tlsFailed(Throwable failure) {
      for (Connection attempt : attempts) {
        attempt.transport().tlsFailed(failure);
      }
    }

    @Override
    public void idleExpired(long limitMillis) {
      for (Connection attempt : attempts) {
        attempt.transport().idleExpired(limitMillis);
      }
    }

    @Override
    public void closeRequested(Throwable caller) {
      for (Connection attempt : attempts) {
        attempt.transport().closeRequested(caller);
      }
    }

    @Override
    public void stopping(String what) {
      for (Connection attempt : attempts) {
        attempt.transport().stopping(what);
      }
    }

    @Override
    public void ended() {
      for (Connection attempt : attempts) {
        attempt.transport().ended();
      }
    }
  }
}
