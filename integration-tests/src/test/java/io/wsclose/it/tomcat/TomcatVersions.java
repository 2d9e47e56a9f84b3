// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tomcat;

import io.wsclose.it.service.Layout;
import io.wsclose.it.service.StackUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of Tomcat that are tested, on the NIO connector. */
public final class TomcatVersions {
  private static final String MAIN = "com.acme.chat.ChatServer";
  private static final String BUSY =
      "Tomcat reads nothing while a filter or servlet handles the request, so the 101 goes out"
          + " first";

  private TomcatVersions() {}

  /** {@code javax.websocket}. */
  public static StackUnderTest tomcat90() {
    return line("9.0", "tomcat9");
  }

  public static StackUnderTest tomcat101() {
    return line("10.1", "tomcat");
  }

  public static StackUnderTest tomcat110() {
    return line("11.0", "tomcat");
  }

  private static StackUnderTest line(String number, String sample) {
    String module = "tomcat-" + number;
    List<Path> classPath = new ArrayList<>(Layout.lib(module));
    classPath.add(Layout.sample(sample));
    String version = Layout.version(module, "tomcat-embed-websocket");
    return StackUnderTest.of("Tomcat " + number, "tomcat", version, List.copyOf(classPath), MAIN)
        // an application's own timer is believed from a second on
        .argument("heartbeat=1100")
        // accepted, answered with 1002, and reported as 1002
        .differs("close-1006-on-the-wire", usual -> usual.received(1006, "").clean(true))
        .cannot("drop", "the API has no way to end a connection without a Close frame")
        .cannot("client-gone-fin", BUSY)
        .cannot("client-gone-rst", BUSY);
  }
}
