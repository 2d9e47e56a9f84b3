package io.wsclose.configuration;

/** Whose exception messages appear in events; {@code event.MessageFilter} has the same names. */
public enum ExceptionMessages {
  ALL,
  /** Those of JDK types and of the stack's own types. */
  STACK,
  NONE
}
