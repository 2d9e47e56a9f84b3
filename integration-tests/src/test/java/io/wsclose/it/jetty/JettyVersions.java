// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.jetty;

import io.wsclose.it.scenario.Expectation;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.StackUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of Jetty that are tested. */
public final class JettyVersions {
  private static final String MAIN = "com.acme.chat.ChatServer";
  private static final String NOT_READING =
      "Jetty does not read from a connection while a request is being handled";
  private static final String NO_DROP = "the API has no way to close without a Close frame";

  private JettyVersions() {}

  public static StackUnderTest jetty121() {
    return jetty12("12.1", "native");
  }

  public static StackUnderTest jetty121Jakarta() {
    return jetty12("12.1", "jakarta").cannot("drop", NO_DROP);
  }

  public static StackUnderTest jetty120() {
    return jetty12("12.0", "native")
        .cannot(
            "http-in-place-of-frame",
            "12.0 looks at the opcode once the payload is there, and waits for what reads as one");
  }

  public static StackUnderTest jetty94() {
    return jetty9("native");
  }

  public static StackUnderTest jetty94Javax() {
    return jetty9("javax").cannot("drop", NO_DROP);
  }

  private static StackUnderTest jetty12(String number, String api) {
    return line(number, "jetty12", api)
        // the version decides whether it is a WebSocket request at all
        .differs("bad-version", usual -> Expectation.refused("handshake.bad_request", 404))
        // a Close with a status of its own for errors does not wait for the answer
        .differs(
            "fault",
            usual ->
                Expectation.of("local.app_close")
                    .confidence("certain")
                    .sent(1011, "storage is gone")
                    .abnormalClosure()
                    .clean(false));
  }

  private static StackUnderTest jetty9(String api) {
    return line("9.4", "jetty94", api)
        .differs("bad-version", usual -> Expectation.refused("handshake.bad_request", 400));
  }

  private static StackUnderTest line(String number, String sample, String api) {
    String module = "jetty-" + number;
    List<Path> classPath = new ArrayList<>(Layout.lib(module));
    classPath.add(Layout.sample(sample));
    String version = Layout.version(module, "jetty-server");
    return StackUnderTest.of(
            "Jetty " + number + " " + api, "jetty", version, List.copyOf(classPath), MAIN)
        .argument("api=" + api)
        // no timer of Jetty's pings: a timer of the application must have waited for a second
        .argument("heartbeat=1200")
        .cannot("client-gone-fin", NOT_READING)
        .cannot("client-gone-rst", NOT_READING);
  }
}
