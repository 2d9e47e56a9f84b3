// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.undertow;

import io.wsclose.it.scenario.StackScenarios;

class Undertow22Java8IT extends StackScenarios {
  Undertow22Java8IT() {
    super(UndertowVersions.core22().onJava(8));
  }
}
