// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import io.wsclose.it.scenario.StackScenarios;

class Jetty94JavaxIT extends StackScenarios {
  Jetty94JavaxIT() {
    super(JettyVersions.jetty94Javax());
  }
}
