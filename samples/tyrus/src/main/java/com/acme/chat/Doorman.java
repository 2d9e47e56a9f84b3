// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.glassfish.tyrus.spi.UpgradeResponse;

/** Decides at the opening handshake who may come in. */
final class Doorman extends ServerEndpointConfig.Configurator {
  private static final int SWITCHING_PROTOCOLS = 101;

  private final int status;
  private final int millis;
  private final String origin;

  private Doorman(int status, int millis, String origin) {
    this.status = status;
    this.millis = millis;
    this.origin = origin;
  }

  static Doorman whoAnswers(int status) {
    return new Doorman(status, 0, "");
  }

  static Doorman whoTakes(int millis) {
    return new Doorman(SWITCHING_PROTOCOLS, millis, "");
  }

  static Doorman whoLetsIn(String origin) {
    return new Doorman(SWITCHING_PROTOCOLS, 0, origin);
  }

  static Doorman whoFaints() {
    return new Doorman(0, 0, "");
  }

  @Override
  public boolean checkOrigin(String presented) {
    return origin.isEmpty() || origin.equals(presented);
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig room, HandshakeRequest request, HandshakeResponse response) {
    if (status == 0) {
      throw new IllegalStateException("no guest list");
    }
    if (status != SWITCHING_PROTOCOLS) {
      Log.line(request.getRequestURI().getPath() + " answered " + status);
      ((UpgradeResponse) response).setStatus(status);
    }
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
