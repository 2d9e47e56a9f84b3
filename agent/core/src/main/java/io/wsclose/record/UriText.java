// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** What may be shown of a URI that is one whole value: a header's, or a setting's. */
public final class UriText {
  private UriText() {}

  /**
   * Scheme, host and port (RFC 3986 sections 3.1 and 3.2). Tokens travel in all other parts: in
   * user information, of which even an unencoded {@code @} is a part, in path, query and fragment.
   */
  public static String origin(String uri) {
    int scheme = uri.indexOf("://");
    int authority = scheme < 0 ? 0 : scheme + 3;
    int end = pathStart(uri);
    int user = uri.lastIndexOf('@', end - 1);
    return uri.substring(0, authority) + uri.substring(Math.max(authority, user + 1), end);
  }

  /** Where the path begins; the end of the URI, or its query, if there is none. */
  public static int pathStart(String uri) {
    int scheme = uri.indexOf("://");
    int end = scheme < 0 ? 0 : scheme + 3;
    while (end < uri.length() && "/?#\\ ".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
