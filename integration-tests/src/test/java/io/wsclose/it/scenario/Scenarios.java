// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.scenario;

import java.util.List;
import java.util.stream.Stream;

/** The one list: every line of every stack is tested against all of it. */
public final class Scenarios {
  private Scenarios() {}

  public static List<Scenario> all() {
    return Stream.of(
            PeerScenarios.list(),
            ProtocolScenarios.list(),
            LocalScenarios.list(),
            HandshakeScenarios.list())
        .flatMap(List::stream)
        .toList();
  }
}
