// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.path;

import static io.wsclose.it.path.Row.acrossNetwork;

import java.util.ArrayList;
import java.util.List;

/** Something happened on a router between clients and service. */
final class NetworkRows {
  private static final String TIMEOUT = "network.retransmit_timeout";

  private NetworkRows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>(onEveryStack());
    rows.addAll(
        List.of(
            acrossNetwork(
                "cable-pulled",
                "the cable to one client is pulled out",
                stage -> {
                  stage.program(1).talk();
                  stage.network().cutClients();
                },
                ExpectedCause.honestly(TIMEOUT)),
            acrossNetwork(
                "cable-pulled-twelve",
                "the cable to 12 clients of 6 addresses is pulled out",
                stage -> {
                  stage.program(12).talk();
                  stage.network().cutClients();
                },
                ExpectedCause.honestly("network.cut", TIMEOUT)),
            acrossNetwork(
                "firewall-resets",
                "a firewall resets a busy connection",
                stage -> {
                  stage.program(1).talk();
                  stage.network().reset();
                },
                ExpectedCause.honestly("peer.reset").atMostLikely()),
            acrossNetwork(
                "large-packets-lost",
                "large messages to the client are lost on the way",
                stage -> {
                  UserProgram user = stage.program(1);
                  stage.network().dropLargePackets();
                  user.say("/push");
                },
                ExpectedCause.honestly(TIMEOUT, "network.middlebox_interference")),
            acrossNetwork(
                "power-cut",
                "the client's machine loses power",
                stage -> {
                  UserProgram user = stage.program(1);
                  stage.network().blackHole();
                  user.kill();
                },
                ExpectedCause.honestly(TIMEOUT)),
            acrossNetwork(
                "reboot",
                "the client's machine loses power and is back before our next ping",
                stage -> {
                  UserProgram user = stage.program(1);
                  // unread, so that its kernel sends RST once and forgets the connection
                  user.say("hello");
                  stage.rest(1);
                  stage.network().blackHole();
                  user.kill();
                  stage.network().heal();
                },
                ExpectedCause.clientGone().possibleOnly()),
            acrossNetwork(
                "lossy",
                "a third of all packets is lost, and the client closes properly",
                stage -> {
                  stage.network().loseAThird();
                  UserProgram user = stage.program(1);
                  user.say("hello");
                  user.closeConnections();
                },
                ExpectedCause.honestly("peer.clean_close").naming(1, "certain"))));
    return rows;
  }

  static List<Row> onEveryStack() {
    return List.of(
        acrossNetwork(
            "flow-forgotten",
            "the router forgot the silent flow and resets our next ping",
            stage -> {
              stage.program(1);
              stage.network().forgetFlows();
            },
            ExpectedCause.honestly("network.idle_flow_dropped")
                .possibleOnly()
                .never("Pings do not help")),
        acrossNetwork(
            "black-hole",
            "the router drops everything",
            stage -> {
              stage.program(1).talk();
              stage.network().blackHole();
            },
            ExpectedCause.honestly(TIMEOUT).naming(1, "certain")));
  }
}
