package io.wsclose.it.jetty;

import io.wsclose.it.scenario.StackScenarios;

class Jetty94Java8IT extends StackScenarios {
  Jetty94Java8IT() {
    super(JettyLines.jetty94().onJava(8));
  }
}
