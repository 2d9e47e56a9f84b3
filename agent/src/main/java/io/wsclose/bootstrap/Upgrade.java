package io.wsclose.bootstrap;

import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * One request to open a WebSocket, as the stack saw it; built by advice, read by the record.
 *
 * <p>The target loses query and path parameters on entry.
 */
public final class Upgrade {
  private static final int MAX_PATH = 512;

  private final String stack;
  private final WeakReference<Class<?>> library;
  private final Role role;
  private final String path;
  private final boolean secure;
  private final Headers headers;
  private InetSocketAddress local;
  private InetSocketAddress peer;

  /**
   * @param stack the stack's name in events, e.g. {@code netty}
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

  /** Addresses of other families (Unix domain sockets, in-memory transports) are left out. */
  public Upgrade between(SocketAddress localAddress, SocketAddress peerAddress) {
    local = localAddress instanceof InetSocketAddress ? (InetSocketAddress) localAddress : null;
    peer = peerAddress instanceof InetSocketAddress ? (InetSocketAddress) peerAddress : null;
    return this;
  }

  static String pathOf(String target) {
    if (target == null) {
      return "";
    }
    int start = 0;
    int scheme = target.indexOf("://");
    if (scheme >= 0 && scheme < 8) {
      start = target.indexOf('/', scheme + 3);
      if (start < 0) {
        return "/";
      }
    }
    StringBuilder path = new StringBuilder();
    boolean parameter = false;
    for (int i = start; i < target.length() && path.length() < MAX_PATH; i++) {
      char c = target.charAt(i);
      if (c == '?' || c == '#') {
        break;
      }
      parameter = c == ';' || parameter && c != '/';
      if (!parameter) {
        path.append(c);
      }
    }
    return path.toString();
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

  /** Null where the transport has no IP address. */
  public InetSocketAddress local() {
    return local;
  }

  /** Null where the transport has no IP address. */
  public InetSocketAddress peer() {
    return peer;
  }
}
