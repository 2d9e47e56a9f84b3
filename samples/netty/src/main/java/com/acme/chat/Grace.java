// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

/** Time in which clients and load balancers may find out that this service is going. */
final class Grace {
  private Grace() {}

  static void pass(Settings settings) {
    nap(settings.number("grace", 0));
  }

  static void nap(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
