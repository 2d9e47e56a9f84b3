// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the table: one benchmark, with one number of connections.
 *
 * @param batch operations of an iteration
 */
record Line(String name, Class<?> benchmark, String method, int connections, int batch) {
  /** Where there is no choice of it. */
  static final int NO_CONNECTIONS = 0;

  private static final int FRAMES = 50_000;
  private static final int SOCKET_CALLS = 20_000;

  static List<Line> all() {
    List<Line> lines = new ArrayList<>();
    addFrames(lines, "recorder", FacadeFrames.class);
    addFrames(lines, "netty", NettyFrames.class);
    addFrames(lines, "jetty", JettyFrames.class);
    addFrames(lines, "undertow", UndertowFrames.class);
    addFrames(lines, "tyrus", TyrusFrames.class);
    lines.add(
        new Line(
            "socket read of 0", SocketCalls.class, "readNothing", NO_CONNECTIONS, SOCKET_CALLS));
    lines.add(
        new Line(
            "socket write+read", SocketCalls.class, "writeAndRead", NO_CONNECTIONS, SOCKET_CALLS));
    return lines;
  }

  private static void addFrames(List<Line> lines, String stack, Class<?> benchmark) {
    for (String direction : List.of("in", "out")) {
      for (int connections : new int[] {1, 10_000}) {
        String name = String.format("%-8s %-3s %6d", stack, direction, connections);
        lines.add(new Line(name, benchmark, direction, connections, FRAMES));
      }
    }
  }
}
