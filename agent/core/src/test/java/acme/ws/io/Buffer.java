// SPDX-License-Identifier: Apache-2.0
package acme.ws.io;

/** Stands for a type of the stack that nothing but advice uses. */
public abstract class Buffer implements Sized {
  public static Buffer of(String text) {
    return new Text(text);
  }

  public abstract char first();

  private static final class Text extends Buffer {
    private final String text;

    private Text(String text) {
      this.text = text;
    }

    @Override
    public char first() {
      return text.charAt(0);
    }

    @Override
    public int size() {
      return text.length();
    }
  }
}
