// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.testbed.otlp.ReceivedSpan;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A SecurityManager whose policy trusts the agent and lets the application do no more than it
 * needs: what the agent does under the application's calls is done as the agent.
 */
class SecurityManagerIT {
  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17})
  void explainsEndsUnderAPolicy(int java, @TempDir Path directory) throws Exception {
    StackUnderTest line = NettyVersions.netty41().onJava(java);
    Path policy = policy(line, directory.resolve("test.policy"));
    try (Service service =
        Service.start(
            line,
            program ->
                program
                    .agent(Layout.agent(), Service.QUICK)
                    .property("java.security.manager", "")
                    .property("java.security.policy", "=" + policy))) {
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/polite"))) {
        peer.echo("hello").send(Frame.close(1000, "bye")).readToEnd();
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/kicked"))) {
        peer.echo("hello").sendText("/kick").answerToEnd();
      }
      try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/lost"))) {
        peer.echo("hello").reset();
      }
      assertCause(service, "/chat/polite", "peer.clean_close");
      ReceivedSpan kicked = assertCause(service, "/chat/kicked", "local.app_close");
      assertThat(kicked.text("websocket.close.call_site")).contains("com.acme.chat.");
      assertCause(service, "/chat/lost", "peer.reset");
      service.jvm().stderr().await("[wsclose] jdk ", Service.PATIENCE);

      assertThat(service.jvm().stderr().lines(text -> text.startsWith("[wsclose] ")))
          .noneMatch(text -> text.contains("a hook failed") || text.contains("not bound"));
    }
  }

  private static ReceivedSpan assertCause(Service service, String path, String cause) {
    ReceivedSpan span = service.awaitCloseSpan(path);
    assertThat(span.text("websocket.close.cause")).isEqualTo(cause);
    assertThat(span.text("websocket.stack.version")).isEqualTo(service.line().version());
    return span;
  }

  private static Path policy(StackUnderTest line, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("grant codeBase \"file:").append(Layout.agent());
    text.append("\" { permission java.security.AllPermission; };\n");
    for (Path jar : line.classPath()) {
      text.append("grant codeBase \"file:").append(jar).append("\" {\n");
      text.append("  permission java.net.SocketPermission \"*\", \"accept,connect,listen\";\n");
      text.append("  permission java.util.PropertyPermission \"*\", \"read,write\";\n");
      for (String target :
          new String[] {"modifyThread", "modifyThreadGroup", "selectorProvider", "shutdownHooks"}) {
        text.append("  permission java.lang.RuntimePermission \"").append(target).append("\";\n");
      }
      text.append("};\n");
    }
    return Files.writeString(file, text);
  }
}
