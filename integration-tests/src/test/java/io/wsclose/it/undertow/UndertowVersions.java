// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.undertow;

import io.wsclose.it.scenario.Expectation;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.StackUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of Undertow that are tested. */
public final class UndertowVersions {
  private static final String MAIN = "com.acme.chat.ChatServer";
  private static final String STATUS = "http.response.status_code";
  private static final String BUSY =
      "Undertow does not read while it handles a request, and meets the end when it answers";

  private UndertowVersions() {}

  public static StackUnderTest core22() {
    return line("Undertow 2.2", "undertow-2.2", "undertow");
  }

  public static StackUnderTest core24() {
    return line("Undertow 2.4", "undertow-2.4", "undertow");
  }

  public static StackUnderTest jsr23() {
    return line("Undertow JSR 2.3", "undertow-jsr-2.3", "undertow-jsr");
  }

  private static StackUnderTest line(String name, String module, String sample) {
    List<Path> classPath = new ArrayList<>(Layout.lib(module));
    classPath.add(Layout.sample(sample));
    String version = Layout.version(module, "undertow-core");
    return StackUnderTest.of(name, "undertow", version, List.copyOf(classPath), MAIN)
        // an application's own timer is believed from a second on
        .argument("heartbeat=1100")
        // there is no 400 and no 426: a handshake that matches no version falls through
        .differs("key-missing", expected -> expected.with(STATUS, 404L))
        .differs("bad-version", expected -> expected.with(STATUS, 404L))
        // Undertow asks for the mask of data frames only
        .differs(
            "unmasked-close",
            expected -> Expectation.of("peer.going_away").received(1001, "").clean(true))
        .cannot("client-gone-fin", BUSY)
        .cannot("client-gone-rst", BUSY);
  }
}
