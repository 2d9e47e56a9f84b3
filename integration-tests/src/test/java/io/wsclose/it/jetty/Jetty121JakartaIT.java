// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import io.wsclose.it.scenario.StackScenarios;

class Jetty121JakartaIT extends StackScenarios {
  Jetty121JakartaIT() {
    super(JettyVersions.jetty121Jakarta());
  }
}
