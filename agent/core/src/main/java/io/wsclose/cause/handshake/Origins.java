// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.handshake;

import io.wsclose.record.Handshake;
import java.util.Locale;

/** RFC 6454: whether a request comes from a page of another host than it goes to. */
final class Origins {
  private Origins() {}

  /** False where one of the two is not known. */
  static boolean isForeign(Handshake handshake) {
    String origin = handshake.origin().toLowerCase(Locale.ROOT);
    String host = withoutDefaultPort(handshake.host().toLowerCase(Locale.ROOT));
    if (origin.isEmpty() || host.isEmpty()) {
      return false;
    }
    int authority = origin.indexOf("://");
    return authority < 0 || !withoutDefaultPort(origin.substring(authority + 3)).equals(host);
  }

  private static String withoutDefaultPort(String authority) {
    return authority.replaceFirst(":(80|443)$", "");
  }
}
