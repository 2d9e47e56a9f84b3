// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import io.wsclose.it.scenario.StackScenarios;

class Netty42EpollIT extends StackScenarios {
  Netty42EpollIT() {
    super(NettyVersions.netty42Epoll());
  }
}
