// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import io.wsclose.it.scenario.StackScenarios;

class Jetty120IT extends StackScenarios {
  Jetty120IT() {
    super(JettyVersions.jetty120());
  }
}
