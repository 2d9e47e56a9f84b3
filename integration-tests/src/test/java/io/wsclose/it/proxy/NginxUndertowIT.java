package io.wsclose.it.proxy;

import io.wsclose.it.undertow.UndertowLines;

class NginxUndertowIT extends NginxScenarios {
  NginxUndertowIT() {
    super(UndertowLines.core24());
  }
}
