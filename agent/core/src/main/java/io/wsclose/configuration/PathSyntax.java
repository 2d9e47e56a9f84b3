// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/** A file name, empty for none. */
final class PathSyntax implements Syntax<String> {
  private final String file;

  /**
   * @param file what kind of file, with its article
   */
  PathSyntax(String file) {
    this.file = file;
  }

  @Override
  public String parse(String text) {
    return text;
  }

  @Override
  public String allowed() {
    return "the path of " + file;
  }
}
