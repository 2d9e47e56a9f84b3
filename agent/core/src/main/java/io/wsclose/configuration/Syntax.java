// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/**
 * What values an option takes.
 *
 * @param <T> type of the value
 */
interface Syntax<T> {
  /**
   * @throws IllegalArgumentException if {@code text} is none of the allowed values
   */
  T parse(String text);

  /** Ends the sentence 'allowed: …'. */
  String allowed();
}
