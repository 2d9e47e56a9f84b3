package io.wsclose.record;

/** The client's address as intermediaries tell it: RFC 7239, or the older X-Forwarded-For. */
final class ForwardedClient {
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

  private static String address(String node) {
    if (node.startsWith("[")) {
      int end = node.indexOf(']');
      return end < 0 ? "" : node.substring(1, end);
    }
    int colon = node.indexOf(':');
    boolean hasPort = colon >= 0 && colon == node.lastIndexOf(':');
    return hasPort ? node.substring(0, colon) : node;
  }
}
