// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;

/** The service name where nobody configured one: what the application is called elsewhere. */
final class ServiceName {
  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private ServiceName() {}

  /** OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have been applied; the SDK's default yields. */
  static Resource complete(Resource resource, ConfigProperties config) {
    String known = resource.getAttribute(SERVICE_NAME);
    if (known != null && !known.startsWith("unknown_service")) {
      return resource;
    }
    String name =
        first(
            System.getProperty("spring.application.name", ""),
            System.getenv("SPRING_APPLICATION_NAME"),
            ofCommand(System.getProperty("sun.java.command", "")));
    return name.isEmpty()
        ? resource
        : resource.merge(Resource.create(Attributes.of(SERVICE_NAME, name)));
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isEmpty()) {
        return candidate;
      }
    }
    return "";
  }

  /** HotSpot's {@code sun.java.command}: jar, main class or module/main class, then arguments. */
  static String ofCommand(String command) {
    int jar = command.indexOf(".jar");
    boolean isJar = jar > 0 && (jar + 4 == command.length() || command.charAt(jar + 4) == ' ');
    if (isJar) {
      String path = command.substring(0, jar);
      return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
    String main = command.split(" ", 2)[0];
    return main.substring(main.lastIndexOf('/') + 1);
  }
}
