// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.regex.Pattern;

/** The client's address as intermediaries tell it: RFC 7239, or the older X-Forwarded-For. */
final class ForwardedClient {
  /** What a header claims is anybody's text: only what can be an address or host name is shown. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9A-Za-z][0-9A-Za-z.:%-]{0,254}|:[:0-9A-Fa-f.]+");

  private ForwardedClient() {}

  /** The first (outermost) hop's client, without port and brackets; empty if there is none. */
  static String of(String forwarded, String forwardedFor) {
    for (String parameter : forwarded.split("[;,]")) {
      String pair = parameter.trim();
      if (pair.regionMatches(true, 0, "for=", 0, 4)) {
        return address(pair.substring(4).replace("\"", ""));
      }
    }
    return address(forwardedFor.split(",", 2)[0].trim());
  }

  /** RFC 7239 section 6: a node may be unknown, or hidden behind a name that starts with "_". */
  private static String address(String node) {
    String name = withoutPort(node);
    return ADDRESS.matcher(name).matches() && !name.equalsIgnoreCase("unknown") ? name : "";
  }

  private static String withoutPort(String node) {
    if (node.startsWith("[")) {
      int end = node.indexOf(']');
      return end < 0 ? "" : node.substring(1, end);
    }
    int colon = node.indexOf(':');
    boolean hasPort = colon >= 0 && colon == node.lastIndexOf(':');
    return hasPort ? node.substring(0, colon) : node;
  }
}
