// SPDX-License-Identifier: Apache-2.0
package acme.ws;

/** Stands for a type of the stack that advice refers to. */
public final class Frame {
  private final String text;

  public Frame(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
