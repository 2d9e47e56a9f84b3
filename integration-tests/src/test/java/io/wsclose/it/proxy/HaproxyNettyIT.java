// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import io.wsclose.it.netty.NettyVersions;
import java.io.IOException;
import java.nio.file.Path;

/** Behind HAProxy, which the case of the header names suggests: Netty keeps it. */
class HaproxyNettyIT extends ProxyScenarios {
  HaproxyNettyIT() {
    super(NettyVersions.netty42());
  }

  @Override
  Proxy start(Path directory, Ways ways) throws IOException {
    return Haproxy.start(directory, ways);
  }

  /** At a timeout it does not bother with FIN. */
  @Override
  String causeOfItsClose() {
    return "peer.reset";
  }

  @Override
  String settingInHint() {
    return "raise the limit: timeout tunnel, or timeout client and timeout server (haproxy)";
  }
}
