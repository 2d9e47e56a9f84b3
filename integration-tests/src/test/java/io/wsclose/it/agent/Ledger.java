// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.service.Service;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the log lines of a service say of the number of ends: told one by one, in sums, or lost. */
final class Ledger {
  private static final Pattern NUMBER = Pattern.compile("^\\[wsclose] \\D*?(\\d+)");
  private static final Pattern ID = Pattern.compile(" id=[0-9a-f]+-(\\d+) ");

  private final Service service;

  Ledger(Service service) {
    this.service = service;
  }

  /** Opens and closes one more connection and waits for its line; how many there were till then. */
  long countAttempts(String path) {
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of(path))) {
      peer.echo("hello").send(Frame.close(1000, "bye"));
      assertThat(peer.readToEnd()).isPresent();
    }
    String line = service.jvm().stderr().await(" " + path + " ", Service.PATIENCE);
    Matcher id = ID.matcher(line);
    assertThat(id.find()).as(line).isTrue();
    return Long.parseLong(id.group(1));
  }

  /** Of all ends that have a line of their own, or are in a sum. */
  long logged() {
    return lines("websocket closed ").size() + sum("more websockets closed");
  }

  long refused() {
    return sum("more websocket handshakes refused");
  }

  long dropped() {
    return sum("close events dropped") + sum("were not told") + sum("close events lost");
  }

  long all() {
    return logged() + refused() + dropped();
  }

  private long sum(String what) {
    long sum = 0;
    for (String line : lines(what)) {
      Matcher number = NUMBER.matcher(line);
      assertThat(number.find()).as(line).isTrue();
      sum += Long.parseLong(number.group(1));
    }
    return sum;
  }

  private List<String> lines(String what) {
    return service.jvm().stderr().lines(line -> line.contains(what));
  }
}
