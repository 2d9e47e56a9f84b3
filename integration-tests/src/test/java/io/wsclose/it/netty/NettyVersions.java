// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.netty;

import io.wsclose.it.service.Layout;
import io.wsclose.it.service.StackUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of Netty that are tested. */
public final class NettyVersions {
  private static final String MAIN = "com.acme.chat.ChatServer";

  private NettyVersions() {}

  public static StackUnderTest netty41() {
    return line("4.1");
  }

  public static StackUnderTest netty42() {
    return line("4.2");
  }

  /** The same on Netty's own epoll transport, which passes by the JDK's channels. */
  public static StackUnderTest netty42Epoll() {
    return line("4.2-epoll").argument("transport=epoll");
  }

  /** Merged into the application's own jar under another name, as build tools do. */
  public static StackUnderTest netty41Shaded() {
    return StackUnderTest.of(
        "Netty 4.1 shaded",
        "netty",
        Layout.version("netty-4.1", "netty-codec-http"),
        Layout.lib("netty-4.1-shaded"),
        MAIN);
  }

  private static StackUnderTest line(String number) {
    String module = "netty-" + number;
    List<Path> classPath = new ArrayList<>(Layout.lib(module));
    classPath.add(Layout.sample("netty"));
    String version = Layout.version(module, "netty-codec-http");
    return StackUnderTest.of("Netty " + number, "netty", version, List.copyOf(classPath), MAIN)
        // thrown out of the decoder, so that the application's ctx.close() sends the Close frame
        .differs("close-1006-on-the-wire", expected -> expected.sent(1000, "Bye"));
  }
}
