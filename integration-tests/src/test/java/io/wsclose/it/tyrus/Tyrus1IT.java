package io.wsclose.it.tyrus;

import io.wsclose.it.scenario.StackScenarios;

class Tyrus1IT extends StackScenarios {
  Tyrus1IT() {
    super(TyrusVersions.tyrus1());
  }
}
