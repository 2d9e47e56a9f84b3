// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import io.wsclose.it.scenario.StackScenarios;

class Netty42Java8IT extends StackScenarios {
  Netty42Java8IT() {
    super(NettyVersions.netty42().onJava(8));
  }
}
