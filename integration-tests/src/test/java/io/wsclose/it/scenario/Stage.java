package io.wsclose.it.scenario;

import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;

/** Where a scenario is played: a running service, and who connected to it. */
public final class Stage {
  private final Service service;
  private final String path;
  private int peerPort;

  public Stage(Service service, String path) {
    this.service = service;
    this.path = path;
  }

  public Service service() {
    return service;
  }

  /** A correct opening handshake for the scenario's path. */
  Opening opening() {
    return Opening.of(path);
  }

  RawPeer connect() {
    RawPeer peer = RawPeer.connect(service.port());
    peerPort = peer.localPort();
    return peer;
  }

  int peerPort() {
    return peerPort;
  }
}
