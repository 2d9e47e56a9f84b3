// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.proxy;

import java.util.List;

/** Programs that forward bytes and leave no trace in the request. */
public final class Forwarder {
  private static final String STUNNEL =
      """
      foreground = yes
      pid =
      socket = l:SO_REUSEADDR=1
      [plain to TLS]
      client = yes
      accept = 127.0.0.1:%1$d
      connect = 127.0.0.1:%2$d
      PSKsecrets = %4$s
      [TLS to plain]
      accept = 127.0.0.1:%2$d
      connect = 127.0.0.1:%3$d
      ciphers = PSK
      PSKsecrets = %4$s
      %5$s
      """;

  private static final String PRE_SHARED_KEY = "chat:000102030405060708090a0b0c0d0e0f\n";

  private Forwarder() {}

  /** socat with this option; a process for each connection. */
  public static Software socat(String option) {
    return new Software(
        "socat " + option,
        site -> {
          String socat = ProxyProcess.binary("socat");
          int port = ProxyProcess.freePort();
          List<String> command =
              List.of(
                  socat,
                  option,
                  "TCP-LISTEN:" + port + ",bind=127.0.0.1,fork",
                  "TCP:127.0.0.1:" + site.servicePort() + ",bind=" + site.from().getHostAddress());
          return new RunningProxy(
              ProxyProcess.start(command, site.directory(), port), List.of("false"));
        });
  }

  /** stunnel that speaks TLS with itself, as between two sites; the second end has this option. */
  public static Software stunnel(String option) {
    return new Software(
        "stunnel, " + option,
        site -> {
          String stunnel = ProxyProcess.binary("stunnel");
          int port = ProxyProcess.freePort();
          String configuration =
              site.write(
                  "stunnel.conf",
                  String.format(
                      STUNNEL,
                      port,
                      ProxyProcess.freePort(),
                      site.servicePort(),
                      site.write("psk", PRE_SHARED_KEY),
                      option));
          ProxyProcess process =
              ProxyProcess.start(List.of(stunnel, configuration), site.directory(), port);
          return new RunningProxy(process, RunningProxy.signal("HUP", process));
        });
  }
}
