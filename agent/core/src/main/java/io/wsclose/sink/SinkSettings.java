package io.wsclose.sink;

import io.wsclose.event.MessageFilter;
import java.time.Duration;

/**
 * What the operator can set about events on their way out; immutable, see the builder's methods.
 */
public final class SinkSettings {
  /** Where log lines go. */
  public enum LogTo {
    /** The application's own logging; standard error where it has none. */
    APP,
    STDERR,
    OFF
  }

  private final Builder values;

  private SinkSettings(Builder values) {
    this.values = values;
  }

  /** All values at their defaults. */
  public static Builder builder() {
    return new Builder();
  }

  public int frames() {
    return values.frames;
  }

  public MessageFilter exceptionMessages() {
    return values.exceptionMessages;
  }

  public int queueCapacity() {
    return values.queueCapacity;
  }

  public long waitSiblingsNanos() {
    return values.waitSiblings.toNanos();
  }

  public long waitReportedNanos() {
    return values.waitReported.toNanos();
  }

  public long flushNanos() {
    return values.flush.toNanos();
  }

  public boolean spanIsChild() {
    return values.spanIsChild;
  }

  public LogTo logTo() {
    return values.logTo;
  }

  public boolean logOrderly() {
    return values.logOrderly;
  }

  public int logRate() {
    return values.logRate;
  }

  public int refusedRate() {
    return values.refusedRate;
  }

  public String agentVersion() {
    return values.agentVersion;
  }

  /** Collects the values; not for use after {@link #build}. */
  public static final class Builder {
    private int frames = 16;
    private MessageFilter exceptionMessages = MessageFilter.ALL;
    private int queueCapacity = 8192;
    private Duration waitSiblings = Duration.ofSeconds(2);
    private Duration waitReported = Duration.ofMillis(250);
    private Duration flush = Duration.ofSeconds(5);
    private boolean spanIsChild;
    private LogTo logTo = LogTo.APP;
    private boolean logOrderly = true;
    private int logRate = 20;
    private int refusedRate = 100;
    private String agentVersion = "";

    private Builder() {}

    /** How many of the last frames an event shows. */
    public Builder frames(int count) {
      frames = count;
      return this;
    }

    /** Whose exception messages an event shows. */
    public Builder exceptionMessages(MessageFilter whose) {
      exceptionMessages = whose;
      return this;
    }

    /** How many ended connections may wait for the sink thread. */
    public Builder queueCapacity(int capacity) {
      queueCapacity = capacity;
      return this;
    }

    /** How long an ambiguous end waits for others that explain it. */
    public Builder waitSiblings(Duration wait) {
      waitSiblings = wait;
      return this;
    }

    /** How long an end waits for what the stack tells the application. */
    public Builder waitReported(Duration wait) {
      waitReported = wait;
      return this;
    }

    /** How long the end of the JVM may be held up. */
    public Builder flush(Duration bound) {
      flush = bound;
      return this;
    }

    /** Whether the span is a child of the handshake's span, rather than linked to it. */
    public Builder spanIsChild(boolean child) {
      spanIsChild = child;
      return this;
    }

    public Builder logTo(LogTo destination) {
      logTo = destination;
      return this;
    }

    /** Whether orderly ends get a log line. */
    public Builder logOrderly(boolean orderly) {
      logOrderly = orderly;
      return this;
    }

    /** Lines a second; 0: all. */
    public Builder logRate(int linesPerSecond) {
      logRate = linesPerSecond;
      return this;
    }

    /** Events of refused handshakes a second; 0: all. */
    public Builder refusedRate(int eventsPerSecond) {
      refusedRate = eventsPerSecond;
      return this;
    }

    /** The version of the instrumentation scope. */
    public Builder agentVersion(String version) {
      agentVersion = version;
      return this;
    }

    public SinkSettings build() {
      return new SinkSettings(this);
    }
  }
}
