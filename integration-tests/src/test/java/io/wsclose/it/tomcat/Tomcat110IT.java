// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tomcat;

import io.wsclose.it.scenario.StackScenarios;

class Tomcat110IT extends StackScenarios {
  Tomcat110IT() {
    super(TomcatVersions.tomcat110());
  }
}
