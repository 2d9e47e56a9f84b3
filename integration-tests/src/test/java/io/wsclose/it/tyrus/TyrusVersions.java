// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.tyrus;

import io.wsclose.it.scenario.Expectation;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.StackUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of Tyrus that are tested, on its Grizzly container. */
public final class TyrusVersions {
  private static final String MAIN = "com.acme.chat.ChatServer";
  private static final String UNMASKED = "Tyrus takes unmasked frames as if they were masked";
  private static final String SYNCHRONOUS =
      "Grizzly reads nothing while the opening handshake is handled, so the 101 goes out first";

  private TyrusVersions() {}

  /** {@code javax.websocket}. */
  public static StackUnderTest tyrus1() {
    return line("1", "tyrus1");
  }

  /** {@code jakarta.websocket}. */
  public static StackUnderTest tyrus2() {
    return line("2", "tyrus");
  }

  private static StackUnderTest line(String major, String sample) {
    String module = "tyrus-" + major;
    List<Path> classPath = new ArrayList<>(Layout.lib(module));
    classPath.add(Layout.sample(sample));
    String version = Layout.version(module, "tyrus-server");
    return StackUnderTest.of("Tyrus " + major, "tyrus", version, List.copyOf(classPath), MAIN)
        // an unanswered ping of less than a second proves nothing
        .argument("heartbeat=1100")
        .cannot("unmasked-frame", UNMASKED)
        .cannot("unmasked-close", UNMASKED)
        .cannot(
            "http-in-place-of-frame",
            "Tyrus takes 'GE' for the head of a frame of 69 bytes and waits for the rest")
        .cannot("frame-too-big", "Tyrus waits for all of a frame before it looks at its length")
        .cannot("drop", "the API has no way to end a connection without a Close frame")
        .cannot("client-gone-fin", SYNCHRONOUS)
        .cannot("client-gone-rst", SYNCHRONOUS)
        .differs("kick", TyrusVersions::closedAtOnce)
        .differs("fault", TyrusVersions::closedAtOnce)
        .differs("key-missing", usual -> usual.with("http.response.status_code", 500L));
  }

  /** Tyrus closes the connection behind its own Close frame and reads no answer. */
  private static Expectation closedAtOnce(Expectation usual) {
    return usual.abnormalClosure().clean(false);
  }
}
