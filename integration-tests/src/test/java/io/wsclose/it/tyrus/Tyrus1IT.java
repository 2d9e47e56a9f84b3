// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tyrus;

import io.wsclose.it.scenario.StackScenarios;

class Tyrus1IT extends StackScenarios {
  Tyrus1IT() {
    super(TyrusVersions.tyrus1());
  }
}
