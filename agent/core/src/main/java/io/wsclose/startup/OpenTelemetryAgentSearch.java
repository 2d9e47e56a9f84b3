// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.sink.otel.OpenTelemetryAgent;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whether the OpenTelemetry Java agent is in this JVM. It may stand behind us on the command line
 * and start later, so the command line is looked at too: from the operating system where that shows
 * it, since asking the JVM's management beans for it costs 35 ms of start-up.
 */
final class OpenTelemetryAgentSearch {
  private static final String OPTION = "-javaagent:";
  private static final int MAX_COMMAND_LINE = 1 << 17;

  private OpenTelemetryAgentSearch() {}

  static boolean isPresentOrComing() {
    return isPresent()
        || isNamedIn(System.getenv("JAVA_TOOL_OPTIONS"), ' ')
        || isNamedIn(System.getenv("JDK_JAVA_OPTIONS"), ' ')
        || isNamedIn(commandLine(), '\0');
  }

  private static boolean isPresent() {
    try {
      Class.forName(OpenTelemetryAgent.MARKER, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Whether one of the options loads an agent from a file with {@code opentelemetry} in its name.
   */
  static boolean isNamedIn(String options, char separator) {
    if (options == null) {
      return false;
    }
    for (int start = options.indexOf(OPTION);
        start >= 0;
        start = options.indexOf(OPTION, start + 1)) {
      int end = options.indexOf(separator, start);
      String agent = end < 0 ? options.substring(start) : options.substring(start, end);
      int arguments = agent.indexOf('=');
      String path = arguments < 0 ? agent : agent.substring(0, arguments);
      if (path.substring(path.lastIndexOf('/') + 1).contains("opentelemetry")) {
        return true;
      }
    }
    return false;
  }

  /** Empty on systems that do not show it. */
  private static String commandLine() {
    byte[] line = new byte[MAX_COMMAND_LINE];
    try (FileInputStream in = new FileInputStream("/proc/self/cmdline")) {
      int length = in.read(line);
      return length <= 0 ? "" : new String(line, 0, length, StandardCharsets.ISO_8859_1);
    } catch (IOException | SecurityException notShown) {
      return "";
    }
  }
}
