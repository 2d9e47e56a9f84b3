// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.siblings;

import io.wsclose.record.ConnectionRecord;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which connections are open, by hop; those that share a transport count as one. Counted when a
 * crowd of ends asks for it, a few times a second at most: keeping counters would cost every
 * connection, and most never end badly.
 */
public final class OpenConnections {
  private static final long STALE_NANOS = 250_000_000L;

  /** Enough to find that not all are of one client. */
  private static final int CLIENTS = 8;

  private final Collection<ConnectionRecord> records;
  private final Number surplus;
  private Map<Object, Hop> hops = new HashMap<>();
  private Hop all = new Hop();
  private boolean counted;
  private long countedNanos;
  private boolean searched;
  private long searchedNanos;

  /**
   * @param records those that have not ended; they may change
   * @param surplus how many of these share a transport with another one; it may change
   */
  public OpenConnections(Collection<ConnectionRecord> records, Number surplus) {
    this.records = records;
    this.surplus = surplus;
  }

  /** How many have not ended, attempts included. */
  int size() {
    return Math.max(0, records.size() - surplus.intValue());
  }

  Hop all(long now) {
    count(now);
    return all;
  }

  /** Those with this {@link CloseSummary#hop}. */
  Hop of(Object hop, long now) {
    count(now);
    Hop found = hops.get(hop);
    return found == null ? new Hop() : found;
  }

  /**
   * The one open connection of this path and user agent from another address than {@code mine};
   * empty if there are several, or one from the same. A search looks at all connections, so there
   * are a few a second at most.
   */
  Optional<ConnectionRecord> onlyOneElsewhere(CloseSummary mine, long now) {
    if (mine.looks() == 0 || searched && now - searchedNanos < STALE_NANOS) {
      return Optional.empty();
    }
    searched = true;
    searchedNanos = now;
    ConnectionRecord only = null;
    for (ConnectionRecord record : records) {
      if (CloseSummary.looksOf(record.handshake()) == mine.looks()) {
        if (only != null || CloseSummary.clientOf(record.handshake()).equals(mine.client())) {
          return Optional.empty();
        }
        only = record;
      }
    }
    return Optional.ofNullable(only).filter(ConnectionRecord::isOpen);
  }

  private void count(long now) {
    if (counted && now - countedNanos <= STALE_NANOS) {
      return;
    }
    counted = true;
    countedNanos = now;
    hops = new HashMap<>();
    all = new Hop();
    Map<Long, ConnectionRecord> oldestOfTransport = new HashMap<>();
    for (ConnectionRecord record : records) {
      if (!record.isOpen()) {
        continue;
      }
      Hop hop = hops.computeIfAbsent(CloseSummary.hopOf(record.handshake()), key -> new Hop());
      if (hop.clients.size() < CLIENTS && hop.size <= 4 * CLIENTS) {
        hop.clients.add(CloseSummary.clientOf(record.handshake()));
      }
      if (record.sharedTransport() == 0) {
        add(record, hop);
      } else {
        oldestOfTransport.merge(record.sharedTransport(), record, OpenConnections::older);
      }
    }
    for (ConnectionRecord oldest : oldestOfTransport.values()) {
      add(oldest, hops.get(CloseSummary.hopOf(oldest.handshake())));
    }
  }

  private void add(ConnectionRecord record, Hop hop) {
    all.add(record.openedNanos());
    hop.add(record.openedNanos());
  }

  private static ConnectionRecord older(ConnectionRecord one, ConnectionRecord other) {
    return one.openedNanos() - other.openedNanos() <= 0 ? one : other;
  }

  /** Open connections that share something: since when they are open, and some of the clients. */
  static final class Hop {
    private final Set<String> clients = new LinkedHashSet<>();
    private long[] opened = new long[8];
    private int size;
    private boolean sorted = true;

    private void add(long nanos) {
      if (size == opened.length) {
        opened = Arrays.copyOf(opened, 2 * size);
      }
      opened[size++] = nanos;
      sorted = false;
    }

    /** How many were opened at this time or before. */
    int openedBy(long nanos) {
      if (!sorted) {
        Arrays.sort(opened, 0, size);
        sorted = true;
      }
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (opened[middle] - nanos <= 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    int openedAfter(long nanos) {
      return size - openedBy(nanos);
    }

    /** Whether a client other than this one is among them. */
    boolean hasOtherThan(String client) {
      return clients.size() > 1 || clients.size() == 1 && !clients.contains(client);
    }
  }
}
