// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tomcat;

import io.wsclose.it.scenario.StackScenarios;

class Tomcat90IT extends StackScenarios {
  Tomcat90IT() {
    super(TomcatVersions.tomcat90());
  }
}
