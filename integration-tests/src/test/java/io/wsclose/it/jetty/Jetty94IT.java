// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import io.wsclose.it.scenario.StackScenarios;

class Jetty94IT extends StackScenarios {
  Jetty94IT() {
    super(JettyVersions.jetty94());
  }
}
