package io.wsclose.it.proxy;

import io.wsclose.it.jetty.JettyLines;

class NginxJettyIT extends NginxScenarios {
  NginxJettyIT() {
    super(JettyLines.jetty121());
  }
}
