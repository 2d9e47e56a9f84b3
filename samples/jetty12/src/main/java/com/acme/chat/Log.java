// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

/** What the service was told, on standard output. */
final class Log {
  private Log() {}

  static void line(String text) {
    System.out.println("[app] " + text);
  }
}
