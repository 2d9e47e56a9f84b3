// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import io.wsclose.it.scenario.StackScenarios;

class Jetty121IT extends StackScenarios {
  Jetty121IT() {
    super(JettyVersions.jetty121());
  }
}
