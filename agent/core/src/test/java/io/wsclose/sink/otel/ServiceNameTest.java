// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNameTest {
  @ParameterizedTest
  @CsvSource({
    "/opt/shop/cart-1.2.jar --port 80,   cart-1.2",
    "cart.jar,                           cart",
    "C:\\my apps\\cart.jar x,            cart",
    "com.acme.chat.ChatServer 8080,      com.acme.chat.ChatServer",
    "chat/com.acme.Main,                 com.acme.Main",
    "com.acme.jars.Main some.jar,        com.acme.jars.Main",
    "'',                                 ''"
  })
  void isTheJarOrTheMainClass(String command, String name) {
    assertThat(ServiceName.ofCommand(command)).isEqualTo(name);
  }
}
