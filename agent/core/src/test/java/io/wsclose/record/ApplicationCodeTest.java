// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.CodePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplicationCodeTest {
  private static final String APP_JAR = "file:/opt/chat/chat.jar";
  private static final String LIBRARY = "file:/opt/chat/lib/web.jar";
  private static final String STACK = "file:/opt/chat/lib/stack.jar";

  private final List<StackTraceElement> calls = new ArrayList<>();
  private final Map<String, CodePlace> places = new HashMap<>();
  private final ApplicationCode code = new ApplicationCode(List.of());

  @Test
  void takesClassesInAFolder() {
    call("org.web.Adapter", LIBRARY, true).call("com.acme.Chat", "file:/work/classes/", true);

    assertThat(innermost(code)).isEqualTo(1);
  }

  @Test
  void takesClassesThatAnArchiveKeepsApartFromItsLibraries() {
    String archive = "jar:nested:/opt/chat.jar/!BOOT-INF/";
    call("org.web.Adapter", archive + "lib/web.jar!/", false)
        .call("com.acme.Chat", archive + "classes/!/", false);

    assertThat(innermost(code)).isEqualTo(1);
  }

  @Test
  void takesTheJarOfTheMainClass() {
    code.startedBy(new MainClass("com.acme.Main", APP_JAR));
    call("org.web.Adapter", LIBRARY, true).call("net.chat.Room", APP_JAR, true);

    assertThat(innermost(code)).isEqualTo(1);
  }

  @Test
  void takesThePackagesOfTheMainClassFromOtherJars() {
    code.startedBy(new MainClass("com.acme.boot.Main", APP_JAR));
    call("org.web.Adapter", LIBRARY, true)
        .call("com.acme.chat.Room", "file:/opt/chat/lib/rooms.jar", true);

    assertThat(innermost(code)).isEqualTo(1);
  }

  @Test
  void comparesOnlyPackagesWhereLibrariesAreMergedIntoTheJar() {
    code.startedBy(new MainClass("com.acme.Main", STACK));
    call("org.web.Adapter", STACK, true).call("com.acme.Chat", STACK, true);

    assertThat(innermost(code)).isEqualTo(1);
  }

  /** An application server's main class says nothing about the applications in it. */
  @Test
  void ignoresAMainClassWhoseLoaderDidNotLoadTheCaller() {
    code.startedBy(new MainClass("org.server.startup.Bootstrap", "file:/opt/server/bootstrap.jar"));
    call("org.server.websocket.Session", "file:/opt/server/lib/websocket.jar", false);

    assertThat(innermost(code)).isEqualTo(-1);
  }

  @Test
  void skipsGeneratedClasses() {
    calls.add(new StackTraceElement("com.acme.Chat$$Proxy", "kick", "<generated>", -1));
    places.put("com.acme.Chat$$Proxy", new CodePlace("file:/work/classes/", true));
    call("com.acme.Chat", "file:/work/classes/", true);

    assertThat(innermost(code)).isEqualTo(1);
  }

  @Test
  void leavesTheDecisionToTheOperator() {
    ApplicationCode told = new ApplicationCode(List.of("org.acme."));
    told.startedBy(new MainClass("com.acme.Main", APP_JAR));
    call("com.acme.Chat", APP_JAR, true).call("org.acme.Room", LIBRARY, true);

    assertThat(innermost(told)).isEqualTo(1);
  }

  @Test
  void recognizesNothingWithoutPlacesAndMainClass() {
    calls.add(new StackTraceElement("com.acme.Chat", "kick", "Chat.java", 1));

    assertThat(innermost(code)).isEqualTo(-1);
  }

  @Test
  void doesNotTakeAJarOfAnotherLoaderForALibraryWhereItIsTheOnlyOne() {
    call("com.acme.Chat", "file:/srv/deployments/chat.jar", false);
    assertThat(code.mayBeOneJar(calls, places)).isTrue();

    call("org.web.Adapter", "file:/srv/deployments/lib/web.jar", false);
    assertThat(code.mayBeOneJar(calls, places)).isFalse();
  }

  @Test
  void takesTheLibrariesOfAnArchiveForLibraries() {
    call("org.web.Adapter", "file:/srv/chat/WEB-INF/lib/web.jar", false);

    assertThat(code.mayBeOneJar(calls, places)).isFalse();
  }

  private int innermost(ApplicationCode decides) {
    return decides.innermost(calls, places, Set.of(STACK));
  }

  private ApplicationCodeTest call(String type, String url, boolean onClassPath) {
    calls.add(new StackTraceElement(type, "call", "Source.java", 1));
    places.put(type, new CodePlace(url, onClassPath));
    return this;
  }
}
