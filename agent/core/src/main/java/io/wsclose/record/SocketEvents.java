// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which socket event an exception stands for.
 *
 * <p>By the innermost cause that says anything: stacks wrap a reset in exceptions of their own. By
 * class first, then by errno where a native transport puts it in the message, then by text: the
 * JDK's own, and glibc's as Linux and macOS word it. Texts of a localised C library are not
 * matched.
 */
public final class SocketEvents {
  private static final Pattern ERRNO = Pattern.compile("(-\\d{1,9})\\).*", Pattern.DOTALL);

  /**
   * WSAECONNRESET. WSAECONNABORTED ("aborted by the software in your host machine") is not the
   * peer's reset: this host gave up, after a timeout of its retransmissions or an error that an
   * earlier call had already met, and does not say which.
   */
  private static final String WINDOWS_RESET = "forcibly closed";

  private SocketEvents() {}

  /** Whether Windows worded this reset. */
  public static boolean isWindowsReset(ThrowableSnapshot throwable) {
    return throwable.chain().stream().anyMatch(link -> link.message().contains(WINDOWS_RESET));
  }

  static Optional<SocketEvent> classify(ThrowableSnapshot throwable, StackInstance library) {
    List<ThrowableSnapshot> chain = throwable.chain();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Optional<SocketEvent> event = single(chain.get(i), library);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }

  /**
   * The same for a failure of the TLS layer: an alert (RFC 8446 section 6.2) in either direction,
   * or an end of the transport that no close_notify announced.
   */
  static Optional<SocketEvent> classifyTls(ThrowableSnapshot throwable, StackInstance library) {
    for (ThrowableSnapshot link : throwable.chain()) {
      String text = link.message().toLowerCase(Locale.ROOT);
      if (text.contains("close_notify")) {
        return Optional.of(SocketEvent.TLS_TRUNCATED);
      }
      if (text.contains("fatal alert")) {
        return Optional.of(SocketEvent.TLS_ALERT);
      }
    }
    return classify(throwable, library);
  }

  private static Optional<SocketEvent> single(ThrowableSnapshot throwable, StackInstance library) {
    String type = throwable.simpleType();
    if (type.endsWith("ClosedChannelException")
        || type.equals("AsynchronousCloseException")
        || type.equals("ClosedByInterruptException")) {
      return Optional.of(SocketEvent.CLOSED_LOCALLY);
    }
    if (type.equals("NoRouteToHostException") || type.equals("PortUnreachableException")) {
      return Optional.of(SocketEvent.UNREACHABLE);
    }
    if (type.equals("EOFException")) {
      return Optional.of(SocketEvent.EOF);
    }
    String errno = errno(throwable.message(), library);
    Optional<SocketEvent> event = errno.isEmpty() ? byText(throwable.message()) : byErrno(errno);
    boolean connect = type.equals("ConnectException");
    return connect && !event.isPresent() ? Optional.of(SocketEvent.REFUSED) : event;
  }

  /** {@code -104}, as a native transport of the stack's own words it; empty if none is named. */
  private static String errno(String message, StackInstance library) {
    String prefix = library.profile().errnoPrefix();
    int at = prefix.isEmpty() ? -1 : message.indexOf(prefix);
    if (at < 0) {
      return "";
    }
    Matcher errno = ERRNO.matcher(message.substring(at + prefix.length()));
    return errno.matches() ? errno.group(1) : "";
  }

  /** Linux errno, then macOS's. */
  private static Optional<SocketEvent> byErrno(String errno) {
    switch (errno) {
      case "-104":
      case "-54":
        return Optional.of(SocketEvent.RESET);
      case "-32":
        return Optional.of(SocketEvent.BROKEN_PIPE);
      case "-110":
      case "-60":
        return Optional.of(SocketEvent.TIMED_OUT);
      case "-113":
      case "-101":
      case "-100":
      case "-65":
      case "-51":
        return Optional.of(SocketEvent.UNREACHABLE);
      case "-111":
      case "-61":
        return Optional.of(SocketEvent.REFUSED);
      default:
        return Optional.empty();
    }
  }

  private static Optional<SocketEvent> byText(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("connection reset") || text.contains(WINDOWS_RESET)) {
      return Optional.of(SocketEvent.RESET);
    }
    if (text.contains("broken pipe")) {
      return Optional.of(SocketEvent.BROKEN_PIPE);
    }
    if (text.contains("connection timed out")
        || text.contains("operation timed out")
        || text.contains("connect timed out")) {
      return Optional.of(SocketEvent.TIMED_OUT);
    }
    if (text.contains("no route to host")
        || text.contains("network is unreachable")
        || text.contains("network is down")
        || text.contains("host is down")) {
      return Optional.of(SocketEvent.UNREACHABLE);
    }
    if (text.contains("connection refused")) {
      return Optional.of(SocketEvent.REFUSED);
    }
    if (text.equals("socket closed") || text.equals("socket is closed")) {
      return Optional.of(SocketEvent.CLOSED_LOCALLY);
    }
    return Optional.empty();
  }
}
