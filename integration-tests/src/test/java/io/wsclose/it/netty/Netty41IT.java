// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import io.wsclose.it.scenario.StackScenarios;

class Netty41IT extends StackScenarios {
  Netty41IT() {
    super(NettyVersions.netty41());
  }
}
