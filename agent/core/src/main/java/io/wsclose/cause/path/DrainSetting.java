// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.path;

import io.wsclose.record.Handshake;

/** What makes an intermediary close its connections later when it is reloaded. */
final class DrainSetting {
  private DrainSetting() {}

  /** {@code (nginx: worker_shutdown_timeout)}; empty where the request shows no such hop. */
  static String of(Handshake handshake) {
    return handshake.hops().stream()
        .map(hop -> setting(hop.plainName()))
        .filter(setting -> !setting.isEmpty())
        .findFirst()
        .map(setting -> " (" + setting + ")")
        .orElse("");
  }

  private static String setting(String hop) {
    switch (hop) {
      case "nginx":
        return "nginx: worker_shutdown_timeout";
      case "ingress-nginx":
        return "ingress-nginx: worker-shutdown-timeout";
      case "haproxy":
        return "HAProxy: hard-stop-after";
      case "caddy":
        return "Caddy: stream_close_delay";
      default:
        return "";
    }
  }
}
