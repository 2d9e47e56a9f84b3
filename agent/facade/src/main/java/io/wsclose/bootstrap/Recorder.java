package io.wsclose.bootstrap;

/**
 * The one door between advice, inlined in the stacks, and the agent, in a loader of its own.
 *
 * <p>Advice names the stack's object (a channel, a session, an exchange) and says what happened:
 * {@code Recorder.of(channel).endOfStream()}. Nothing here blocks or throws; before {@link
 * #install} nothing is recorded.
 */
public final class Recorder {
  private static final WeakIdentityMap<Connection> CONNECTIONS = new WeakIdentityMap<Connection>();
  private static final WeakIdentityMap<Throwable> CALLERS = new WeakIdentityMap<Throwable>();

  /**
   * How many collected entries each new one frees: more than one, so that the maps stay as small as
   * what is live, whatever the agent's own threads do.
   */
  private static final int FREED_WITH_EACH = 4;

  private static volatile Backend backend;

  private Recorder() {}

  /** False if an agent is there already. */
  public static synchronized boolean install(Backend agent) {
    if (backend != null) {
      return false;
    }
    backend = agent;
    return true;
  }

  /** The connection that {@code key} belongs to; one that ignores everything if there is none. */
  public static Connection of(Object key) {
    Connection connection = key == null ? null : CONNECTIONS.get(key);
    return connection == null ? NoConnection.INSTANCE : connection;
  }

  /** A request to open a WebSocket was seen; {@code key} stands for it from now on. */
  public static void upgradeRequested(Object key, Upgrade upgrade) {
    Backend agent = backend;
    if (agent != null) {
      link(key, agent.upgradeRequested(upgrade));
    }
  }

  /**
   * The same where requests are read before earlier ones are answered.
   *
   * @param exchanges all requests of the connection {@code key}, this one included
   */
  public static void upgradeRequested(Object key, HttpExchanges exchanges, Upgrade upgrade) {
    Backend agent = backend;
    if (agent == null) {
      return;
    }
    Connection attempt =
        exchanges.isUpgradeUnanswered()
            ? agent.pipelined(upgrade)
            : agent.upgradeRequested(upgrade);
    if (attempt != null) {
      exchanges.upgradeRequested(attempt);
      link(key, exchanges.current());
    }
  }

  /**
   * One of the unanswered upgrade requests of {@code key} is answered.
   *
   * @param attempt what {@link HttpExchanges#answered} said
   */
  public static void responded(
      Object key, HttpExchanges exchanges, Connection attempt, int status, Headers headers) {
    attempt.responded(status, headers);
    Connection current = status == 101 ? attempt : exchanges.current();
    if (current != null && current != of(key)) {
      link(key, current);
    }
  }

  /** Starts a record for a connection that was open before the agent came. */
  public static Connection adopted(Object key, Upgrade what) {
    Backend agent = backend;
    if (agent == null) {
      return NoConnection.INSTANCE;
    }
    Connection connection = agent.adopted(what);
    link(key, connection);
    return connection;
  }

  /** {@code alias} stands for the connection of {@code key} too, if there is one. */
  public static void alias(Object key, Object alias) {
    Connection connection = of(key);
    if (alias != null && connection.isKnown()) {
      link(alias, connection);
    }
  }

  static void link(Object key, Connection connection) {
    Links.link(CONNECTIONS, key, connection);
    Links.free(CONNECTIONS, FREED_WITH_EACH);
  }

  /**
   * Keeps who made {@code carrier} (a Close frame, say) until the carrier is collected.
   *
   * @param caller a {@link Caller} where the application may keep the carrier for good
   */
  public static void madeBy(Object carrier, Throwable caller) {
    if (CALLERS.get(carrier) == null) {
      CALLERS.put(carrier, caller);
      freeCallers(FREED_WITH_EACH);
    }
  }

  /** Who made {@code carrier}, or null. */
  public static Throwable makerOf(Object carrier) {
    return carrier == null ? null : CALLERS.get(carrier);
  }

  /** A server or container of this JVM starts to stop, all its connections with it. */
  public static void stopping(String what) {
    Backend agent = backend;
    if (agent != null) {
      agent.stopping(what);
    }
  }

  /** Null where no agent is installed. */
  static Backend backend() {
    return backend;
  }

  /**
   * Called by inlined advice in place of throwing.
   *
   * @param type the class that the advice is in
   * @param hook its number, of the agent's choice
   */
  public static void hookFailed(Throwable failure, Class<?> type, int hook) {
    try {
      Backend agent = backend;
      if (agent != null) {
        agent.hookFailed(failure, type, hook);
      }
    } catch (Throwable ignored) {
      // nothing of ours may reach the application
    }
  }

  /**
   * Frees what is kept for objects that were collected, and ends connections that lost all of their
   * objects. New connections free old ones too; this is for times without any.
   */
  public static void expunge() {
    freeCallers(Integer.MAX_VALUE);
    Links.free(CONNECTIONS, Integer.MAX_VALUE);
  }

  private static void freeCallers(int atMost) {
    for (int i = 0; i < atMost && CALLERS.pollCollected() != null; i++) {
      // taking the value out of its entry is all there is to do
    }
  }
}
