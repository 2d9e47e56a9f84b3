// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import io.wsclose.it.scenario.StackScenarios;

class Jetty94Java8IT extends StackScenarios {
  Jetty94Java8IT() {
    super(JettyVersions.jetty94().onJava(8));
  }
}
