// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

/**
 * The one door between advice, inlined in the stacks, and the agent, in a loader of its own.
 *
 * <p>Advice names the stack's object (a channel, a session, an exchange) and says what happened:
 * {@code Recorder.of(session).closeReceived(1000, "")}, {@code
 * Recorder.transport(channel).endOfStream()}. Nothing here blocks or throws; before {@link
 * #install} nothing is recorded.
 *
 * <p>An object is the key of one connection only if it stands for no other at the same time: not
 * the socket under an HTTP/2 connection, see {@link #carriedBy}. Objects that a stack recycles or
 * pools are no keys of connections at all.
 */
public final class Recorder {
  private static final WeakIdentityMap<Connection> CONNECTIONS = new WeakIdentityMap<Connection>();

  /** Shared ones alone: a connection knows the transport that it has to itself. */
  private static final WeakIdentityMap<Transport> TRANSPORTS = new WeakIdentityMap<Transport>();

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

  /**
   * The transport that {@code key} is: of the connection that it is the key of, or a shared one;
   * one that ignores everything if there is none. For what is rare: it looks at two maps.
   */
  public static Transport transport(Object key) {
    Transport own = of(key).transport();
    if (own.isKnown() || key == null) {
      return own;
    }
    Transport shared = TRANSPORTS.get(key);
    return shared == null ? Transport.none() : shared;
  }

  /**
   * The connection or attempt of {@code key} is carried by {@code transport} from now on, which may
   * carry others at the same time (an HTTP/2 connection) or later (a pooled socket). It lets go of
   * the one before, which may live on: an attempt moves with a retry or a redirect.
   */
  public static void carriedBy(Object key, Object transport) {
    Backend agent = backend;
    Connection connection = of(key);
    if (agent == null || transport == null || !connection.isKnown()) {
      return;
    }
    Transport shared;
    synchronized (TRANSPORTS) {
      shared = TRANSPORTS.get(transport);
      if (shared == null) {
        shared = agent.sharedTransport();
        identifyTransport(transport, shared);
      }
    }
    connection.movedTo(shared);
  }

  /**
   * An attempt begins, on a client with the call of {@code connect}; {@code key} stands for it from
   * now on. Its request is told with {@link Connection#requested}, the socket with {@link #link} or
   * {@link #carriedBy} once there is one.
   *
   * @param planned what is known of the request, at least who is going to make it
   */
  public static void attempting(Object key, Upgrade planned) {
    Backend agent = backend;
    if (agent != null) {
      identify(key, agent.attempting(planned));
    }
  }

  /** A request to open a WebSocket was seen; {@code key} stands for it from now on. */
  public static void upgradeRequested(Object key, Upgrade upgrade) {
    Backend agent = backend;
    if (agent != null) {
      identify(key, agent.upgradeRequested(upgrade));
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
      identify(key, exchanges.current());
    }
  }

  /**
   * One of the unanswered upgrade requests of {@code key} is answered.
   *
   * @param attempt what {@link HttpExchanges#answered} said
   */
  public static void answered(
      Object key, HttpExchanges exchanges, Connection attempt, int status, Headers headers) {
    Http11.answered(attempt, status, headers);
    Connection current = Http11.accepts(status) ? attempt : exchanges.current();
    if (current != null && current != of(key)) {
      identify(key, current);
    }
  }

  /** Starts a record for a connection that was open before the agent came. */
  public static Connection openedBefore(Object key, Upgrade upgrade) {
    Backend agent = backend;
    if (agent == null) {
      return NoConnection.INSTANCE;
    }
    Connection connection = agent.openedBefore(upgrade);
    identify(key, connection);
    return connection;
  }

  /**
   * {@code additional} identifies the connection or transport of {@code existing} too, if there is
   * one.
   */
  public static void link(Object existing, Object additional) {
    Connection connection = of(existing);
    if (additional == null || existing == null) {
      return;
    }
    if (connection.isKnown()) {
      identify(additional, connection);
      return;
    }
    Transport shared = TRANSPORTS.get(existing);
    if (shared != null) {
      identifyTransport(additional, shared);
    }
  }

  static void identify(Object key, Connection connection) {
    Links.link(CONNECTIONS, key, connection);
    Links.free(CONNECTIONS, FREED_WITH_EACH);
  }

  private static void identifyTransport(Object key, Transport transport) {
    TRANSPORTS.put(key, transport);
    free(TRANSPORTS, FREED_WITH_EACH);
  }

  /**
   * Keeps who made {@code carrier} (a Close frame, say) until the carrier is collected.
   *
   * @param caller a {@link Caller} where the application may keep the carrier for good
   */
  public static void attach(Object carrier, Throwable caller) {
    if (CALLERS.get(carrier) == null) {
      CALLERS.put(carrier, caller);
      free(CALLERS, FREED_WITH_EACH);
    }
  }

  /** Who made {@code carrier}, or null. */
  public static Throwable attached(Object carrier) {
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
    free(CALLERS, Integer.MAX_VALUE);
    free(TRANSPORTS, Integer.MAX_VALUE);
    Links.free(CONNECTIONS, Integer.MAX_VALUE);
  }

  private static void free(WeakIdentityMap<?> map, int atMost) {
    for (int i = 0; i < atMost && map.pollCollected() != null; i++) {
      // taking the value out of its entry is all there is to do
    }
  }
}
