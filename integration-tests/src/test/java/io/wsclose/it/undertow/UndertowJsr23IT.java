// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.undertow;

import io.wsclose.it.scenario.StackScenarios;

class UndertowJsr23IT extends StackScenarios {
  UndertowJsr23IT() {
    super(UndertowVersions.jsr23());
  }
}
