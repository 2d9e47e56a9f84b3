// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

/** The class that the JVM was started with, if known. Immutable. */
public final class MainClass {
  private final String name;
  private final String place;

  /**
   * @param name with its package; empty if unknown
   * @param place the URL of the jar or folder that it is in; empty if unknown
   */
  public MainClass(String name, String place) {
    this.name = name;
    this.place = place;
  }

  String place() {
    return place;
  }

  /**
   * {@code com.acme.} of {@code com.acme.chat.Main}: what the packages of one organization have in
   * common. Empty for the default package.
   */
  String organization() {
    int first = name.indexOf('.');
    int second = name.indexOf('.', first + 1);
    return name.substring(0, 1 + Math.max(first, second < 0 ? first : second));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MainClass
        && name.equals(((MainClass) other).name)
        && place.equals(((MainClass) other).place);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + place.hashCode();
  }

  @Override
  public String toString() {
    return name + " in " + place;
  }
}
