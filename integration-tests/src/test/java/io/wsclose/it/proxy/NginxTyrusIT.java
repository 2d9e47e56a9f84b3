package io.wsclose.it.proxy;

import io.wsclose.it.tyrus.TyrusLines;

class NginxTyrusIT extends NginxScenarios {
  NginxTyrusIT() {
    super(TyrusLines.tyrus2());
  }
}
