package io.wsclose.it.proxy;

import io.wsclose.it.netty.NettyLines;

class NginxNettyIT extends NginxScenarios {
  NginxNettyIT() {
    super(NettyLines.netty42());
  }
}
