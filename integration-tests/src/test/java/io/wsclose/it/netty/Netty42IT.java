// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import io.wsclose.it.scenario.StackScenarios;

class Netty42IT extends StackScenarios {
  Netty42IT() {
    super(NettyVersions.netty42());
  }
}
