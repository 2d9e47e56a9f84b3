// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.netty.NettyVersions;
import io.wsclose.it.program.FilteredChat;
import io.wsclose.it.program.OsgiChat;
import io.wsclose.it.service.Layout;
import io.wsclose.it.service.Service;
import io.wsclose.it.service.StackUnderTest;
import io.wsclose.it.undertow.UndertowVersions;
import io.wsclose.testbed.jvm.Program;
import io.wsclose.testbed.peer.Frame;
import io.wsclose.testbed.peer.Opening;
import io.wsclose.testbed.peer.RawPeer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Class loaders that do not ask their parents. Where one does not see the facade, the application
 * works as without the agent, and one line says what to set.
 */
class ModularLoadersIT {
  private static final String FACADE = "io.wsclose.bootstrap";
  private static final String NOT_INSTRUMENTED = " is not instrumented in ";

  @TempDir Path directory;

  @Test
  void aFilteringLoaderIsLeftAloneAndThatIsSaid() throws Exception {
    try (Service service = filtered(this::withAgent)) {
      assertAnswersAsWithoutAgent(service);
      assertSaid(service, "make it delegate that package to its parent");
      assertNothingElse(service);
    }
  }

  @Test
  void attachedToAFilteringLoaderItLeavesItAlone() throws Exception {
    try (Service service = filtered(UnaryOperator.identity())) {
      assertAnswersAsWithoutAgent(service);
      attach(service);
      assertSaid(service, "make it delegate that package to its parent");
      assertAnswersAsWithoutAgent(service);
      assertNothingElse(service);
    }
  }

  /** Felix delegates what nobody but a bundle asks for, and the agent asks before a bundle does. */
  @Test
  void osgiAsFelixIsByDefaultHasEvents() throws Exception {
    try (Service service = osgi("", true)) {
      assertAnswersAsWithoutAgent(service);
      assertExplains(service);
    }
  }

  @Test
  void osgiWithoutAnyDelegationIsLeftAloneAndThePropertyIsNamed() throws Exception {
    try (Service service = osgi("", false)) {
      assertAnswersAsWithoutAgent(service);
      assertSaid(service, "set org.osgi.framework.bootdelegation=" + FACADE);
      assertNothingElse(service);
    }
  }

  @Test
  void osgiWithDelegationHasEvents() throws Exception {
    try (Service service = osgi("sun.misc," + FACADE, false)) {
      assertAnswersAsWithoutAgent(service);
      assertExplains(service);
    }
  }

  @Test
  void jbossModulesHaveEventsWithoutAnySetting() throws Exception {
    try (Service service = jbossModules(this::withAgent)) {
      assertAnswersAsWithoutAgent(service);
      assertExplains(service);
    }
  }

  @Test
  void attachedToJbossModulesThePropertyIsNamed() throws Exception {
    try (Service service = jbossModules(UnaryOperator.identity())) {
      assertAnswersAsWithoutAgent(service);
      attach(service);
      assertSaid(service, "-Djboss.modules.system.pkgs=" + FACADE);
      assertAnswersAsWithoutAgent(service);
      assertNothingElse(service);
    }
  }

  private Program withAgent(Program program) {
    return program.agent(Layout.agent(), Service.QUICK);
  }

  private static Service filtered(UnaryOperator<Program> setUp) throws IOException {
    StackUnderTest netty = NettyVersions.netty41();
    return Service.start(
        line(netty, List.of(Layout.testClasses()), FilteredChat.class.getName()),
        program ->
            setUp.apply(program.property(FilteredChat.CLASS_PATH, joined(netty.classPath()))));
  }

  private Service osgi(String delegation, boolean implicit) throws IOException {
    StackUnderTest netty = NettyVersions.netty41();
    List<Path> bundles = new ArrayList<>(Layout.lib("netty-4.1"));
    bundles.add(ModuleLayouts.bundle(Layout.sample("netty"), directory.resolve("chat-bundle.jar")));
    List<Path> classPath = new ArrayList<>(Layout.lib("felix"));
    classPath.add(Layout.testClasses());
    return Service.start(
        line(netty, classPath, OsgiChat.class.getName()),
        program ->
            withAgent(program)
                .property(OsgiChat.BUNDLES, joined(bundles))
                .property(OsgiChat.DELEGATION, delegation)
                .property(OsgiChat.IMPLICIT, Boolean.toString(implicit)));
  }

  private Service jbossModules(UnaryOperator<Program> setUp) throws IOException {
    StackUnderTest undertow = UndertowVersions.core24();
    Path modules = ModuleLayouts.modules(undertow.classPath(), directory.resolve("modules"));
    Path launcher = Layout.lib("jboss-modules").get(0);
    return Service.start(
        line(undertow, List.of(), ""),
        program ->
            setUp.apply(
                program.main(
                    "-jar",
                    launcher.toString(),
                    "-mp",
                    modules.toString(),
                    ModuleLayouts.NAME,
                    "port=0",
                    "console")));
  }

  private static StackUnderTest line(StackUnderTest of, List<Path> classPath, String mainClass) {
    return StackUnderTest.of(of.name(), of.stack(), of.version(), classPath, mainClass);
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static void attach(Service service) {
    ByteBuddyAgent.attach(
        Layout.agent().toFile(), Long.toString(service.jvm().pid()), Service.QUICK);
  }

  /** An ordinary request first: hooks of the HTTP codecs are in its way. */
  private static void assertAnswersAsWithoutAgent(Service service) {
    try (RawPeer peer = RawPeer.connect(service.port())) {
      assertThat(peer.request(Opening.of("/nowhere").without("Upgrade")).status()).isEqualTo(404);
    }
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/polite"))) {
      peer.echo("hello").send(Frame.close(1000, "bye"));
      assertThat(peer.readToEnd().orElseThrow().code()).isEqualTo(1000);
    }
    try (RawPeer peer = RawPeer.open(service.port(), Opening.of("/chat/kicked"))) {
      assertThat(peer.echo("hello").sendText("/kick").answerClose().code()).isEqualTo(4001);
    }
  }

  private static void assertSaid(Service service, String what) {
    assertThat(service.jvm().stderr().await(NOT_INSTRUMENTED, Service.PATIENCE))
        .contains(service.line().stack(), "its closes leave no events", what);
  }

  private static void assertNothingElse(Service service) {
    service.stop();
    assertThat(service.receiver().spans()).isEmpty();
    assertThat(service.jvm().stderr().lines(line -> line.startsWith("[wsclose] ")))
        .as("the start, and what to set")
        .hasSize(2);
    assertThat(service.jvm().transcript())
        .doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
  }

  private static void assertExplains(Service service) {
    assertThat(service.awaitCloseSpan("/chat/polite").text("websocket.close.cause"))
        .isEqualTo("peer.clean_close");
    assertThat(service.awaitCloseSpan("/chat/kicked").text("websocket.close.cause"))
        .isEqualTo("local.app_close");
    assertThat(service.awaitCloseSpan("/chat/polite").text("websocket.stack.version"))
        .isEqualTo(service.line().version());
    service.stop();
    assertThat(service.jvm().transcript()).doesNotContain(NOT_INSTRUMENTED, "NoClassDefFoundError");
  }
}
