// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tyrus;

import io.wsclose.it.scenario.StackScenarios;

class Tyrus1Java8IT extends StackScenarios {
  Tyrus1Java8IT() {
    super(TyrusVersions.tyrus1().onJava(8));
  }
}
