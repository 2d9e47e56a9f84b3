// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.util.Arrays;
import java.util.List;

/** Whose exception messages are shown: those of application types may carry personal data. */
public enum ExceptionMessages {
  ALL,
  /** Of types of the JDK and of the stack only. */
  STACK,
  NONE;

  private static final List<String> JDK =
      Arrays.asList("java.", "javax.", "jdk.", "sun.", "com.sun.");

  /** Whether the message of an exception of this type is shown. */
  public boolean shows(String type, List<String> stackPackages) {
    if (this != STACK) {
      return this == ALL;
    }
    return JDK.stream().anyMatch(type::startsWith)
        || stackPackages.stream().anyMatch(type::startsWith);
  }
}
