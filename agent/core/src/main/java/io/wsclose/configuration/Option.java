// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A setting of the agent: its key, its default, its syntax and its line of help, all declared here
 * and nowhere else; {@link Configuration#get} has its value. OpenTelemetry's own settings ({@code
 * OTEL_*}) are not repeated here.
 *
 * @param <T> type of the value
 */
public final class Option<T> {
  /** Filled by the constructor, so before the constants. */
  private static final List<Option<?>> ALL = new ArrayList<Option<?>>();

  public static final Option<Boolean> ENABLED =
      new Option<Boolean>(
          "enabled", "true", new SwitchSyntax(), "false leaves the application as it is");
  public static final Option<Integer> FRAMES =
      new Option<Integer>(
          "frames",
          "16",
          new NumberSyntax(0, 64),
          "how many of the last frames an event shows (0-64)");
  public static final Option<Integer> PAYLOAD =
      new Option<Integer>(
          "payload",
          "off",
          new BytesSyntax(1024),
          "how many bytes of each data frame's payload an event shows; some stacks show none");
  public static final Option<SpanParent> SPAN_PARENT =
      new Option<SpanParent>(
          "span.parent",
          "link",
          new ChoiceSyntax<SpanParent>(SpanParent.class),
          "whether the close span links to the handshake's span or is its child");
  public static final Option<Duration> WAIT_SIBLINGS =
      new Option<Duration>(
          "wait.siblings",
          "2s",
          new DurationSyntax(),
          "how long an ambiguous abnormal end waits for others that ended with it");
  public static final Option<Duration> WAIT_REPORTED =
      new Option<Duration>(
          "wait.reported",
          "250ms",
          new DurationSyntax(),
          "how long an event waits for what the stack tells the application");
  public static final Option<Duration> FLUSH =
      new Option<Duration>(
          "flush",
          "5s",
          new DurationSyntax(),
          "how long the end of the JVM may be delayed for events not yet delivered");
  public static final Option<LogTarget> LOG =
      new Option<LogTarget>(
          "log",
          "app",
          new ChoiceSyntax<LogTarget>(LogTarget.class),
          "where log lines go: the application's log, standard error or nowhere");
  public static final Option<Boolean> LOG_ORDERLY =
      new Option<Boolean>(
          "log.orderly", "true", new SwitchSyntax(), "whether orderly ends get a log line");
  public static final Option<Integer> LOG_RATE =
      new Option<Integer>(
          "log.rate",
          "20",
          new NumberSyntax(0, 1_000_000),
          "log lines a second before they are summed up, 0 for no limit");
  public static final Option<Integer> REFUSED_RATE =
      new Option<Integer>(
          "refused.rate",
          "100",
          new NumberSyntax(0, 1_000_000),
          "events of refused handshakes a second, after a burst of ten times as many, before they are"
              + " summed up by HTTP status, 0 for no limit");
  public static final Option<Integer> QUEUE =
      new Option<Integer>(
          "queue",
          "8192",
          new NumberSyntax(16, 1_000_000),
          "how many ended connections may wait to be told; what exceeds it is dropped and counted");
  public static final Option<ExceptionMessages> EXCEPTION_MESSAGES =
      new Option<ExceptionMessages>(
          "exception.messages",
          "all",
          new ChoiceSyntax<ExceptionMessages>(ExceptionMessages.class),
          "whose exception messages are shown: all, those of JDK and stack types, or none");
  public static final Option<List<String>> APP_PACKAGES =
      new Option<List<String>>(
          "app.packages",
          "",
          new PrefixesSyntax(),
          "which classes on a call stack are the application's own, where the automatic rule cannot tell");
  public static final Option<String> INTERMEDIARIES =
      new Option<String>(
          "intermediaries",
          "",
          new PathSyntax("a table"),
          "a file with your own proxies, load balancers and firewalls: headers, limits, settings");
  public static final Option<String> CONFIG =
      new Option<String>(
          "config",
          "",
          new PathSyntax("a properties file"),
          "a properties file with any of these keys");

  static final String PROPERTY_PREFIX = "wsclose.";
  static final String ENVIRONMENT_PREFIX = "WSCLOSE_";

  private final String key;
  private final String defaultValue;
  private final Syntax<T> syntax;
  private final String help;

  private Option(String key, String defaultValue, Syntax<T> syntax, String help) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.syntax = syntax;
    this.help = help;
    ALL.add(this);
  }

  /** Every option, in the order of the documentation. */
  public static List<Option<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  /** As in agent arguments and files. */
  public String key() {
    return key;
  }

  /** The system property. */
  public String property() {
    return PROPERTY_PREFIX + key;
  }

  /** The environment variable. */
  public String variable() {
    return ENVIRONMENT_PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** As a user would write it; empty where there is none. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What values are allowed, in words. */
  public String allowed() {
    return syntax.allowed();
  }

  /** One line that says what the option does. */
  public String help() {
    return help;
  }

  T parse(String text) {
    return syntax.parse(text);
  }

  @Override
  public String toString() {
    return key;
  }
}
