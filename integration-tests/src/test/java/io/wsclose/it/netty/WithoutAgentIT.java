// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.scenario.Addresses;
import io.wsclose.it.scenario.Scenario;
import io.wsclose.it.scenario.Scenarios;
import io.wsclose.it.scenario.Stage;
import io.wsclose.it.service.Service;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios play out by themselves: nothing that the agent does is needed for them to end. */
class WithoutAgentIT {
  private static Service service;

  @BeforeAll
  static void startService() throws IOException {
    service = Service.start(NettyVersions.netty42(), UnaryOperator.identity());
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  static List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void playsOut(Scenario scenario) throws IOException {
    if (!scenario.ownJvm()) {
      scenario.play().on(new Stage(service, scenario.path(), Addresses.of(1)));
    } else {
      try (Service own = Service.start(NettyVersions.netty42(), UnaryOperator.identity())) {
        scenario.play().on(new Stage(own, scenario.path(), Addresses.of(1)));
      }
    }
    assertThat(service.jvm().isAlive()).isTrue();
  }
}
