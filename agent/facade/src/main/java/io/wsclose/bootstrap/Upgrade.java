// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * One request to open a WebSocket, as the stack saw it; built by advice, read by the record.
 *
 * <p>The target loses query and path parameters on entry.
 */
public final class Upgrade {
  private static final int MAX_PATH = 512;
  private static final String[] HTTP_VERSIONS = {"1.0", "1.1"};

  private final String stack;
  private final WeakReference<Class<?>> library;
  private final Role role;
  private final String path;
  private final boolean secure;
  private final Headers headers;
  private String httpVersion = "";
  private InetSocketAddress local;
  private InetSocketAddress peer;

  /**
   * @param stack the line of the stack that calls, as its {@code WebSocketStack} names it
   * @param library any class of the stack, from which its version and loader are found
   * @param target path, or absolute URI, of the request
   * @param secure whether TLS ends in this JVM
   */
  public Upgrade(
      String stack, Class<?> library, Role role, String target, boolean secure, Headers headers) {
    this.stack = stack;
    this.library = new WeakReference<Class<?>>(library);
    this.role = role;
    this.path = pathOf(target);
    this.secure = secure;
    this.headers = headers;
  }

  private Upgrade(Upgrade original) {
    stack = original.stack;
    library = original.library;
    role = original.role;
    path = original.path;
    secure = original.secure;
    local = original.local;
    peer = original.peer;
    headers = Headers.none();
  }

  /** The same without what takes most room. */
  public Upgrade withoutHeaders() {
    return new Upgrade(this);
  }

  /** Addresses of other families (Unix domain sockets, in-memory transports) are left out. */
  public Upgrade between(SocketAddress localAddress, SocketAddress peerAddress) {
    local = localAddress instanceof InetSocketAddress ? (InetSocketAddress) localAddress : null;
    peer = peerAddress instanceof InetSocketAddress ? (InetSocketAddress) peerAddress : null;
    return this;
  }

  /**
   * The addresses of what carries the connection.
   *
   * @param channel left alone where it is none of the JDK's, or is closed by now
   */
  public Upgrade on(Object channel) {
    try {
      if (channel instanceof SocketChannel) {
        SocketChannel socket = (SocketChannel) channel;
        return between(socket.getLocalAddress(), socket.getRemoteAddress());
      }
      if (channel instanceof AsynchronousSocketChannel) {
        AsynchronousSocketChannel socket = (AsynchronousSocketChannel) channel;
        return between(socket.getLocalAddress(), socket.getRemoteAddress());
      }
    } catch (IOException closed) {
      // the connection is worth telling without its addresses
    }
    return this;
  }

  /**
   * @param protocol of the request, such as {@code HTTP/1.1}; versions that do not exist are left
   *     out
   */
  public Upgrade over(String protocol) {
    for (String known : HTTP_VERSIONS) {
      if (protocol != null && protocol.endsWith(known)) {
        httpVersion = known;
      }
    }
    return this;
  }

  static String pathOf(String target) {
    if (target == null) {
      return "";
    }
    int start = pathStart(target);
    if (start == target.length() || isEnd(target, start) && start > 0) {
      return target.isEmpty() ? "" : "/";
    }
    StringBuilder path = new StringBuilder();
    boolean parameter = false;
    for (int i = start; i < target.length() && path.length() < MAX_PATH; i++) {
      char c = target.charAt(i);
      if (isEnd(target, i)) {
        break;
      }
      parameter = c == ';' || parameter && c != '/';
      if (!parameter) {
        path.append(c);
      }
    }
    return path.toString();
  }

  /**
   * Behind scheme and authority where there are some, that is, where a scheme begins the target.
   */
  private static int pathStart(String target) {
    int scheme = 0;
    while (scheme < target.length() && isSchemeCharacter(target.charAt(scheme))) {
      scheme++;
    }
    if (scheme == 0 || !target.startsWith("://", scheme)) {
      return 0;
    }
    int path = scheme + 3;
    while (path < target.length() && target.charAt(path) != '/' && !isEnd(target, path)) {
      path++;
    }
    return path;
  }

  /** RFC 3986 section 3.1. */
  private static boolean isSchemeCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '-'
        || c == '.';
  }

  /**
   * Whether a query or fragment begins here; also an encoded one: a client that builds its URI from
   * parts encodes the question mark of a path that holds a query already.
   */
  private static boolean isEnd(String target, int at) {
    char c = target.charAt(at);
    return c == '?'
        || c == '#'
        || c == '%'
            && (target.regionMatches(true, at, "%3F", 0, 3) || target.startsWith("%23", at));
  }

  public String stack() {
    return stack;
  }

  /** A class of the stack, held weakly: a record must not keep a redeployed application alive. */
  public Class<?> library() {
    return library.get();
  }

  public Role role() {
    return role;
  }

  public String path() {
    return path;
  }

  public boolean secure() {
    return secure;
  }

  public Headers headers() {
    return headers;
  }

  /** {@code 1.1}; empty if unknown. */
  public String httpVersion() {
    return httpVersion;
  }

  /** Null where the transport has no IP address. */
  public InetSocketAddress local() {
    return local;
  }

  /** Null where the transport has no IP address. */
  public InetSocketAddress peer() {
    return peer;
  }
}
