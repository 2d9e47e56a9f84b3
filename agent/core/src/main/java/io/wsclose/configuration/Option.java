package io.wsclose.configuration;

import java.util.Locale;

/** Every setting of the agent; OpenTelemetry's own ({@code OTEL_*}) are not repeated here. */
public enum Option {
  ENABLED("enabled", "true", new SwitchSyntax(), "false leaves the application as it is"),
  FRAMES(
      "frames", "16", new NumberSyntax(0, 64), "how many of the last frames an event shows (0-64)"),
  PAYLOAD(
      "payload",
      "off",
      new BytesSyntax(1024),
      "how many bytes of each data frame's payload an event shows; some stacks show none"),
  SPAN_PARENT(
      "span.parent",
      "link",
      new ChoiceSyntax<SpanParent>(SpanParent.class),
      "whether the close span links to the handshake's span or is its child"),
  WAIT_SIBLINGS(
      "wait.siblings",
      "2s",
      new DurationSyntax(),
      "how long an ambiguous abnormal end waits for others that ended with it"),
  WAIT_REPORTED(
      "wait.reported",
      "250ms",
      new DurationSyntax(),
      "how long an event waits for what the stack tells the application"),
  FLUSH(
      "flush",
      "5s",
      new DurationSyntax(),
      "how long the end of the JVM may be delayed for events not yet delivered"),
  LOG(
      "log",
      "app",
      new ChoiceSyntax<LogTarget>(LogTarget.class),
      "where log lines go: the application's log, standard error or nowhere"),
  LOG_ORDERLY("log.orderly", "true", new SwitchSyntax(), "whether orderly ends get a log line"),
  LOG_RATE(
      "log.rate",
      "20",
      new NumberSyntax(0, 1_000_000),
      "log lines a second before they are summed up, 0 for no limit"),
  REFUSED_RATE(
      "refused.rate",
      "100",
      new NumberSyntax(0, 1_000_000),
      "events of refused handshakes a second, after a burst of ten times as many, before they are"
          + " summed up by HTTP status, 0 for no limit"),
  QUEUE(
      "queue",
      "8192",
      new NumberSyntax(16, 1_000_000),
      "how many ended connections may wait to be told; what exceeds it is dropped and counted"),
  EXCEPTION_MESSAGES(
      "exception.messages",
      "all",
      new ChoiceSyntax<ExceptionMessages>(ExceptionMessages.class),
      "whose exception messages are shown: all, those of JDK and stack types, or none"),
  APP_PACKAGES(
      "app.packages",
      "",
      new PrefixesSyntax(),
      "which classes on a call stack are the application's own, where the automatic rule cannot tell"),
  INTERMEDIARIES(
      "intermediaries",
      "",
      new PathSyntax("a table"),
      "a file with your own proxies, load balancers and firewalls: headers, limits, settings"),
  CONFIG(
      "config",
      "",
      new PathSyntax("a properties file"),
      "a properties file with any of these keys");

  static final String PROPERTY_PREFIX = "wsclose.";
  static final String ENVIRONMENT_PREFIX = "WSCLOSE_";

  private final String key;
  private final String defaultValue;
  private final Syntax syntax;
  private final String help;

  Option(String key, String defaultValue, Syntax syntax, String help) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.syntax = syntax;
    this.help = help;
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

  Object parse(String text) {
    return syntax.parse(text);
  }
}
