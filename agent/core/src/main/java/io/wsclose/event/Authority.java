// SPDX-License-Identifier: Apache-2.0
package io.wsclose.event;

/** Host and port of a Host header (RFC 9110 section 7.2). */
final class Authority {
  private final String host;
  private final int port;

  private Authority(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * @param defaultPort the scheme's, where the header names none
   */
  static Authority parse(String header, int defaultPort) {
    String value = header.trim();
    int bracket = value.lastIndexOf(']');
    int colon = value.indexOf(':', Math.max(0, bracket));
    String host = colon < 0 ? value : value.substring(0, colon);
    String bare = host.startsWith("[") && bracket > 0 ? host.substring(1, bracket) : host;
    return new Authority(bare, colon < 0 ? defaultPort : port(value.substring(colon + 1)));
  }

  private static int port(String digits) {
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
  }

  /** Without the brackets of an IPv6 literal; empty if there is none. */
  String host() {
    return host;
  }

  /** 0 if there is no valid one. */
  int port() {
    return port;
  }
}
