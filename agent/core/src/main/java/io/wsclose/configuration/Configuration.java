package io.wsclose.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The value of every option, immutable. */
public final class Configuration {
  private final Map<Option, Object> values;

  /**
   * @param given parsed values, each of the type that its option's syntax yields
   */
  Configuration(Map<Option, Object> given) {
    values = new EnumMap<Option, Object>(Option.class);
    for (Option option : Option.values()) {
      Object value = given.get(option);
      values.put(option, value == null ? option.parse(option.defaultValue()) : value);
    }
  }

  /** Every option at its default. */
  public static Configuration defaults() {
    return new Configuration(new EnumMap<Option, Object>(Option.class));
  }

  public boolean enabled() {
    return get(Option.ENABLED, Boolean.class);
  }

  /** How many of the last frames an event shows. */
  public int frames() {
    return get(Option.FRAMES, Integer.class);
  }

  /** How much of a data frame's payload an event shows; 0 for nothing. */
  public int payloadBytes() {
    return get(Option.PAYLOAD, Integer.class);
  }

  /** How many ended connections may wait for the sink thread. */
  public int queue() {
    return get(Option.QUEUE, Integer.class);
  }

  public SpanParent spanParent() {
    return get(Option.SPAN_PARENT, SpanParent.class);
  }

  public Duration waitForSiblings() {
    return get(Option.WAIT_SIBLINGS, Duration.class);
  }

  public Duration waitForReported() {
    return get(Option.WAIT_REPORTED, Duration.class);
  }

  public Duration flush() {
    return get(Option.FLUSH, Duration.class);
  }

  public LogTarget log() {
    return get(Option.LOG, LogTarget.class);
  }

  public boolean logOrderly() {
    return get(Option.LOG_ORDERLY, Boolean.class);
  }

  /** Lines a second; 0 for no limit. */
  public int logRate() {
    return get(Option.LOG_RATE, Integer.class);
  }

  /** Events of refused handshakes a second; 0 for no limit. */
  public int refusedRate() {
    return get(Option.REFUSED_RATE, Integer.class);
  }

  public ExceptionMessages exceptionMessages() {
    return get(Option.EXCEPTION_MESSAGES, ExceptionMessages.class);
  }

  /** Prefixes of the application's class names; empty if the automatic rule decides. */
  public List<String> appPackages() {
    List<String> prefixes = new ArrayList<String>();
    for (Object prefix : get(Option.APP_PACKAGES, List.class)) {
      prefixes.add((String) prefix);
    }
    return prefixes;
  }

  /** A file with more rows for the table of known intermediaries; empty for none. */
  public String intermediaries() {
    return get(Option.INTERMEDIARIES, String.class);
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private <T> T get(Option option, Class<T> type) {
    return type.cast(values.get(option));
  }
}
