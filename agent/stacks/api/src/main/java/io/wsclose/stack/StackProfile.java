// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack;

import java.util.Collections;
import java.util.List;

/**
 * What causes, hints and evidence need to know of a stack: the names of its settings, exceptions,
 * timers and callbacks. Strings only. Each default is the answer for a stack that has nothing of
 * its own.
 *
 * <p>Class names are binary names of the original; they are compared with the end of a name, so
 * they match in a relocated copy as well.
 *
 * <p>A profile is loaded when the first event asks for it, not while the JVM starts.
 */
public interface StackProfile {
  /** Of a stack of which nothing is known. */
  StackProfile UNKNOWN = new StackProfile() {};

  /** What limits the size of a message, as the stack's API calls it. */
  default String messageSizeSetting() {
    return "the stack's maximum of frame or message size";
  }

  /** What limits the time without a frame. */
  default String idleLimitSetting() {
    return "the stack's or container's idle timeout";
  }

  /** Where an endpoint names its subprotocols. */
  default String subprotocolSetting() {
    return "register it with the endpoint";
  }

  /** What limits the frames that wait for a peer that does not read. */
  default String sendLimitSetting() {
    return "the stack's send timeout or limit of queued frames";
  }

  /** Classes of exceptions that report a message over the size limit. */
  default List<String> messageSizeExceptions() {
    return Collections.emptyList();
  }

  /** Classes of exceptions that report a peer that does not read. */
  default List<String> sendLimitExceptions() {
    return Collections.emptyList();
  }

  /** Classes that are on the stack trace of a delayed task of the stack's own timers. */
  default List<String> timers() {
    return Collections.emptyList();
  }

  /** Methods that are on a stack trace when the stack reports a failure to application code. */
  default List<String> errorCallbacks() {
    return Collections.emptyList();
  }

  /** Methods that are on a stack trace when an idle limit ran out. */
  default List<String> idleCallbacks() {
    return Collections.emptyList();
  }

  /**
   * Status codes that the stack itself sends for an exception of application code, beside 1011 (RFC
   * 6455 section 7.4.1).
   */
  default List<Integer> exceptionCodes() {
    return Collections.emptyList();
  }

  /** Parts of messages, in lower case, that report a wrong Sec-WebSocket-Accept to a client. */
  default List<String> acceptMessages() {
    return Collections.emptyList();
  }

  /** Parts of messages, in lower case, that report plaintext where TLS was expected. */
  default List<String> plaintextMessages() {
    return Collections.emptyList();
  }

  /** Parts of the message with which a pool of the stack's own rejects work after its stop. */
  default List<String> stoppedPoolMessages() {
    return Collections.emptyList();
  }

  /**
   * What is before the negative errno in the message of a native transport's exception; a closing
   * parenthesis is behind it. Empty where the stack has no native transport.
   */
  default String errnoPrefix() {
    return "";
  }
}
