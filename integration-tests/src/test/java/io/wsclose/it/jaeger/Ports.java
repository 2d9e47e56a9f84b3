// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jaeger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where a Jaeger listens.
 *
 * @param otlp takes spans, over HTTP
 * @param query its web page and query API
 * @param queryGrpc the same API for other programs; not used, but Jaeger insists on one
 */
record Ports(int otlp, int query, int queryGrpc) {

  /** Jaeger's usual ones. */
  static Ports standard() {
    return new Ports(4318, 16686, 16685);
  }

  /** Three that nobody listens on now. */
  static Ports free() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 1, here);
        ServerSocket two = new ServerSocket(0, 1, here);
        ServerSocket three = new ServerSocket(0, 1, here)) {
      return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
    }
  }
}
