// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tomcat;

import io.wsclose.it.scenario.StackScenarios;

class Tomcat101IT extends StackScenarios {
  Tomcat101IT() {
    super(TomcatVersions.tomcat101());
  }
}
