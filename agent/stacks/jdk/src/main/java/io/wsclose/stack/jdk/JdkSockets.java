// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jdk;

import io.wsclose.stack.Hook;
import io.wsclose.stack.WebSocketStack;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The JDK's own socket channels, under every stack that does not bring its transport and makes the
 * channel a key of its connection: the only place that still sees a reset which Jetty and Grizzly
 * turn into an end of stream.
 *
 * <p>The kernel reports a reset once, to whichever call comes first, read or write. All channels of
 * the JVM pass here, HTTP's and the database's too: the happy path compares a number, and only an
 * end or an exception costs a look-up. Streams of {@code channel.socket()} read elsewhere since
 * Java 13; no stack uses them.
 *
 * <p>The selectors tell how long a loop was busy elsewhere before it read what its sockets had.
 */
public final class JdkSockets implements WebSocketStack {
  private static final String CHANNEL = "sun.nio.ch.SocketChannelImpl";

  @Override
  public String name() {
    return "jdk";
  }

  @Override
  public List<String> packages() {
    return Collections.emptyList();
  }

  @Override
  public boolean isCarrier() {
    return true;
  }

  @Override
  public List<Hook> hooks() {
    return Arrays.asList(
        Hook.of(CHANNEL, "read", 1, "Read"),
        Hook.of(CHANNEL, "read", 3, "ReadScattering"),
        Hook.of(CHANNEL, "write", 1, "Write"),
        Hook.of(CHANNEL, "write", 3, "Write"),
        Hook.of("sun.nio.ch.SelectorImpl", "lockAndDoSelect", Hook.ANY_ARITY, "Select"));
  }
}
