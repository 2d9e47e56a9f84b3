// SPDX-License-Identifier: Apache-2.0
package acme.ws;

/** Stands for a class of a stack; instrumented copies of it are loaded by the tests. */
public class Channel {
  private final Frame last;

  public Channel(Frame first) {
    last = first;
  }

  public String write(Frame frame) {
    return "wrote " + frame.text();
  }

  public String write(Frame frame, int priority) {
    return "wrote " + frame.text() + " at " + priority;
  }

  public String close(int code) {
    if (code < 1000) {
      throw new IllegalArgumentException("code " + code);
    }
    return "closed " + code + " after " + last.text();
  }
}
