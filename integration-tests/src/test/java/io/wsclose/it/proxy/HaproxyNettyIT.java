package io.wsclose.it.proxy;

import io.wsclose.it.netty.NettyLines;
import java.io.IOException;
import java.nio.file.Path;

/** Behind HAProxy, which leaves nothing in the request that betrays it by name. */
class HaproxyNettyIT extends ProxyScenarios {
  HaproxyNettyIT() {
    super(NettyLines.netty42());
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
    return "or oftener, from either side.";
  }
}
