// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.instrumentation.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a line says of itself. */
class StackProfileTest {
  private static final ClassLoader LOADER = StackProfileTest.class.getClassLoader();

  static List<WebSocketStack> stacks() {
    return Stacks.load(LOADER, console -> {});
  }

  @Test
  void everyStackOfWebSocketsNamesItsSettings() {
    assertThat(stacks())
        .filteredOn(stack -> !stack.isCarrier())
        .allSatisfy(
            stack ->
                assertThat(settings(stack.profile()))
                    .as(stack.line())
                    .doesNotContainAnyElementsOf(settings(StackProfile.UNKNOWN)));
  }

  /** A name with a typing error would never match. */
  @ParameterizedTest
  @MethodSource("stacks")
  void classesExist(WebSocketStack stack) {
    StackProfile profile = stack.profile();
    assertThat(
            Stream.of(
                    profile.messageSizeExceptions(),
                    profile.sendLimitExceptions(),
                    profile.timers())
                .flatMap(List::stream))
        .allSatisfy(name -> assertThat(stack.packages()).anyMatch(name::startsWith))
        .filteredOn(name -> LOADER.getResource(folder(name)) != null)
        .allSatisfy(
            name ->
                assertThat(LOADER.getResource(name.replace('.', '/') + ".class"))
                    .as(name)
                    .isNotNull());
  }

  private static String folder(String type) {
    return type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
  }

  /** Messages are compared in lower case. */
  @ParameterizedTest
  @MethodSource("stacks")
  void messagesAreInLowerCase(WebSocketStack stack) {
    List<String> messages = new ArrayList<>(stack.profile().acceptMessages());
    messages.addAll(stack.profile().plaintextMessages());
    assertThat(messages).allSatisfy(text -> assertThat(text).isLowerCase());
  }

  private static List<String> settings(StackProfile profile) {
    return List.of(
        profile.messageSizeSetting(),
        profile.idleLimitSetting(),
        profile.subprotocolSetting(),
        profile.sendLimitSetting());
  }
}
