// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tyrus;

import io.wsclose.it.scenario.StackScenarios;

class Tyrus2IT extends StackScenarios {
  Tyrus2IT() {
    super(TyrusVersions.tyrus2());
  }
}
