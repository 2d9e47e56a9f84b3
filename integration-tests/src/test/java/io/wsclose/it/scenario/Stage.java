// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.net.InetAddress;

/** Where a scenario is played: a running service, and who connected to it. */
public final class Stage {
  private final Service service;
  private final String path;
  private final InetAddress address;
  private String peer = "";

  /**
   * @param address of the peer: ends of the same peer within seconds may be taken for one event
   */
  public Stage(Service service, String path, InetAddress address) {
    this.service = service;
    this.path = path;
    this.address = address;
  }

  public Service service() {
    return service;
  }

  /** A correct opening handshake for the scenario's path. */
  Opening opening() {
    return Opening.of(path);
  }

  RawPeer connect() {
    return connect(0);
  }

  /**
   * @param receiveBuffer of the peer, in bytes, or 0 for the system's default
   */
  RawPeer connect(int receiveBuffer) {
    RawPeer connected = RawPeer.connect(address, service.port(), receiveBuffer);
    peer = connected.localAddress() + ":" + connected.localPort();
    return connected;
  }

  /** Address and port of who connected. */
  String peer() {
    return peer;
  }
}
