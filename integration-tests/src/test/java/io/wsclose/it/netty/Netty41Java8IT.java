// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import io.wsclose.it.scenario.StackScenarios;

class Netty41Java8IT extends StackScenarios {
  Netty41Java8IT() {
    super(NettyVersions.netty41().onJava(8));
  }
}
