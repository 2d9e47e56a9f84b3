// SPDX-License-Identifier: Apache-2.0
package io.wsclose.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void wrapsBetweenWordsAndIndents() {
    assertThat(SideBySide.wrapped("- ", "one two three four", 10))
        .containsExactly("- one two", "  three", "  four");
  }

  @Test
  void breaksWordsThatAreTooLong() {
    assertThat(SideBySide.wrapped("- ", "a abcdefghijkl", 6))
        .containsExactly("- a", "  abcd", "  efgh", "  ijkl");
  }

  @Test
  void fitsTheScreen() {
    SideBySide page = new SideBySide();
    page.left("", "left ".repeat(40));
    page.right("hint ", "right ".repeat(40));

    assertThat(page.render().lines()).allMatch(line -> line.length() <= 100);
    assertThat(SideBySide.rule("title")).hasSizeLessThanOrEqualTo(100);
  }
}
