// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.undertow;

import io.wsclose.it.scenario.StackScenarios;

class Undertow24IT extends StackScenarios {
  Undertow24IT() {
    super(UndertowVersions.core24());
  }
}
