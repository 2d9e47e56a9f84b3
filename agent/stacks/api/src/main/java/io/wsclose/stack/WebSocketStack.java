// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack;

import java.util.Collections;
import java.util.List;

/**
 * One WebSocket implementation, or one version line of it: all that the agent knows of it. Found as
 * a service. Nothing outside its package names it.
 *
 * <p>It is loaded while the JVM starts: strings only, no types of the stack, no lambdas.
 */
public interface WebSocketStack {
  /** The value of {@code websocket.stack}, the same for all lines of one stack. */
  String name();

  /**
   * What the line's advice names in {@code io.wsclose.bootstrap.Upgrade}: the stack's name, unless
   * the stack has several lines.
   */
  default String line() {
    return name();
  }

  /** What rules and texts need to know of it; asked for when an event needs it. */
  default StackProfile profile() {
    return StackProfile.UNKNOWN;
  }

  /** Prefixes of the stack's own class names, to tell its frames from the application's. */
  List<String> packages();

  /**
   * A class that only this line of the stack has, where lines share class names; its hooks apply
   * only in loaders that see it. Empty where the hooks' own class names tell the line.
   */
  default String marker() {
    return "";
  }

  /** A hook that a version cannot have is left out, and the self-check says what it lacks. */
  List<Hook> hooks();

  /**
   * Whether the stack tells the application how a connection ended, so that an event is worth
   * holding back until it has.
   */
  default boolean reportsCloseToApplication() {
    return true;
  }

  /**
   * Maven coordinates {@code group:artifact} whose {@code pom.properties} tells the stack's version
   * where its jar was merged into another, whose manifest tells that one's version.
   */
  default List<String> artifacts() {
    return Collections.emptyList();
  }

  /**
   * True for what lies beneath the stacks (the JDK's sockets): every JVM loads it, so its hooks are
   * woven only once a class of another stack was.
   */
  default boolean isCarrier() {
    return false;
  }
}
