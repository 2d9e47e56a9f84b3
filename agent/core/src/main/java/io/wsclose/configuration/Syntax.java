package io.wsclose.configuration;

/** What values an option takes. */
interface Syntax {
  /**
   * @throws IllegalArgumentException if {@code text} is none of the allowed values
   */
  Object parse(String text);

  /** Ends the sentence 'allowed: …'. */
  String allowed();
}
