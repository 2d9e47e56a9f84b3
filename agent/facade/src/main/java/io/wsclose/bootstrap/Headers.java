// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers of one opening handshake message, reduced on entry to what an event may need.
 *
 * <p>Values are kept for the names listed here and no others, so that a cookie or a token cannot be
 * shown by mistake later. Offered subprotocols, where people put tokens, are kept only for as long
 * as the answer is awaited, see {@link #forgetOffers}. Of all other headers the name alone is kept:
 * it tells which intermediaries are on the path.
 */
public final class Headers {
  private static final int MAX_HEADERS = 100;
  private static final int MAX_NAME = 64;
  private static final int MAX_VALUE = 512;

  /** Of all fields of one name together: a request can repeat a name a hundred times. */
  private static final int MAX_JOINED = 2 * MAX_VALUE;

  private static final int MAX_OFFERS = 4 * MAX_VALUE;

  /** Of one header name or value on the heap, without its characters. */
  private static final int ENTRY_BYTES = 96;

  private static final String SUBPROTOCOL = "sec-websocket-protocol";
  private static final String KEY = "sec-websocket-key";

  private static final Set<String> SHOWN = new HashSet<String>();

  static {
    Collections.addAll(
        SHOWN,
        "host",
        "upgrade",
        "connection",
        "origin",
        "user-agent",
        "via",
        "forwarded",
        "x-forwarded-for",
        "x-forwarded-proto",
        "sec-websocket-version",
        "sec-websocket-extensions",
        "traceparent",
        "server");
  }

  private static final Headers EMPTY =
      new Headers(
          Collections.<String, String>emptyMap(), Collections.<String>emptySet(), "", "", false);

  private final Map<String, String> values;
  private final Set<String> names;
  private final String key;
  private final boolean lowerCase;
  private volatile String subprotocols;

  private Headers(
      Map<String, String> values,
      Set<String> names,
      String subprotocols,
      String key,
      boolean lowerCase) {
    this.values = values;
    this.names = names;
    this.subprotocols = subprotocols;
    this.key = key;
    this.lowerCase = lowerCase;
  }

  public static Headers none() {
    return EMPTY;
  }

  /** Reads {@code entries} once; repeated fields are joined with a comma (RFC 9110 section 5.3). */
  public static Headers of(Iterable<? extends Map.Entry<String, String>> entries) {
    return of(entries.iterator());
  }

  /** Reads {@code entries} once; repeated fields are joined with a comma (RFC 9110 section 5.3). */
  public static Headers of(Iterator<? extends Map.Entry<String, String>> entries) {
    Collector collector = new Collector();
    for (int i = 0; i < MAX_HEADERS && entries.hasNext(); i++) {
      Map.Entry<String, String> entry = entries.next();
      collector.add(entry.getKey(), entry.getValue());
    }
    return collector.headers();
  }

  private static String joined(String before, String value, int limit) {
    if (before == null || before.isEmpty()) {
      return bounded(value, limit);
    }
    return before.length() >= limit ? before : bounded(before + ", " + value, limit);
  }

  private static String bounded(String text, int limit) {
    if (text == null) {
      return "";
    }
    return text.length() <= limit ? text : text.substring(0, limit);
  }

  /** The value of a shown header, empty if it is absent; {@code name} in lower case. */
  public String value(String name) {
    String value = values.get(name);
    return value == null ? "" : value;
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  /**
   * Whether no name came with a capital letter: some proxies send names so, browsers never do over
   * HTTP/1.1. False too where the stack replaced the names by its own.
   */
  public boolean isLowerCase() {
    return lowerCase;
  }

  /** Names of all headers, in lower case. */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** The request's offer or the response's choice, as in the header; empty if absent. */
  public String subprotocols() {
    return subprotocols;
  }

  /** RFC 6455 section 4.2.1: a base64 value that decodes to 16 bytes, so 24 characters. */
  public boolean hasWellFormedKey() {
    return key.length() == 24 && key.endsWith("==");
  }

  /** Bytes on the heap, roughly. */
  public int weight() {
    int weight = key.length() + 2 * subprotocols.length();
    for (String name : names) {
      weight += ENTRY_BYTES + 2 * name.length();
    }
    for (String value : values.values()) {
      weight += ENTRY_BYTES + 2 * value.length();
    }
    return weight;
  }

  /** To be called once the answer was compared with the offer. */
  public void forgetOffers() {
    subprotocols = "";
  }

  /** Takes fields one by one, for stacks whose headers are not map entries. */
  public static final class Collector {
    private final Map<String, String> values = new LinkedHashMap<String, String>();
    private final Set<String> names = new HashSet<String>();
    private String subprotocols = "";
    private String key = "";
    private int count;
    private boolean capitals;

    /** A repeated field is joined with a comma (RFC 9110 section 5.3). */
    public Collector add(String field, String value) {
      if (field == null || count++ >= MAX_HEADERS) {
        return this;
      }
      String name = bounded(field, MAX_NAME).toLowerCase(Locale.ROOT);
      capitals |= !field.startsWith(name);
      names.add(name);
      if (SHOWN.contains(name)) {
        values.put(name, joined(values.get(name), bounded(value, MAX_VALUE), MAX_JOINED));
      } else if (SUBPROTOCOL.equals(name)) {
        subprotocols = joined(subprotocols, bounded(value, MAX_OFFERS), MAX_OFFERS);
      } else if (KEY.equals(name)) {
        key = bounded(value, MAX_NAME);
      }
      return this;
    }

    public Headers headers() {
      return new Headers(values, names, subprotocols, key, !capitals && !names.isEmpty());
    }
  }
}
