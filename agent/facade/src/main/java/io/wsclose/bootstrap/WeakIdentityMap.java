// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * From an object of a stack to what the agent knows of it, by identity, holding the object weakly.
 *
 * <p>Reading takes no lock and allocates nothing: it is on the path of every frame. Writing is rare
 * and takes one lock. Open addressing with linear probing; entries whose key was collected stay as
 * tombstones until the table is rebuilt, which every doubling of live or dead entries brings about.
 */
final class WeakIdentityMap<V> {
  private static final int INITIAL_CAPACITY = 1 << 8;

  private final ReferenceQueue<Object> collected = new ReferenceQueue<Object>();
  private volatile AtomicReferenceArray<Entry<V>> table =
      new AtomicReferenceArray<Entry<V>>(INITIAL_CAPACITY);
  private int used;

  /** The value, or null. */
  V get(Object key) {
    AtomicReferenceArray<Entry<V>> entries = table;
    int mask = entries.length() - 1;
    int hash = System.identityHashCode(key);
    for (int slot = slotOf(hash, mask); ; slot = slot + 1 & mask) {
      Entry<V> entry = entries.get(slot);
      if (entry == null) {
        return null;
      }
      if (entry.isOf(key, hash)) {
        return entry.value;
      }
    }
  }

  /** The value that the key had before, or null. */
  synchronized V put(Object key, V value) {
    Entry<V> known = entryOf(key);
    if (known != null) {
      V before = known.value;
      known.value = value;
      return before;
    }
    if (2 * (used + 1) > table.length()) {
      rebuild();
    }
    insert(table, new Entry<V>(key, value, collected));
    used++;
    return null;
  }

  /**
   * The value of one entry whose key was collected, or null when there is none left; each value is
   * handed out once. Takes no lock of this map: the queue hands out each entry once.
   */
  V pollCollected() {
    Reference<?> reference = collected.poll();
    if (reference == null) {
      return null;
    }
    @SuppressWarnings("unchecked")
    Entry<V> entry = (Entry<V>) reference;
    V value = entry.value;
    entry.value = null;
    return value;
  }

  private Entry<V> entryOf(Object key) {
    AtomicReferenceArray<Entry<V>> entries = table;
    int mask = entries.length() - 1;
    int hash = System.identityHashCode(key);
    for (int slot = slotOf(hash, mask); ; slot = slot + 1 & mask) {
      Entry<V> entry = entries.get(slot);
      if (entry == null || entry.isOf(key, hash)) {
        return entry;
      }
    }
  }

  private void rebuild() {
    AtomicReferenceArray<Entry<V>> old = table;
    int live = 0;
    for (int i = 0; i < old.length(); i++) {
      if (isLive(old.get(i))) {
        live++;
      }
    }
    int capacity = INITIAL_CAPACITY;
    while (capacity < 4 * (live + 1)) {
      capacity <<= 1;
    }
    AtomicReferenceArray<Entry<V>> entries = new AtomicReferenceArray<Entry<V>>(capacity);
    used = 0;
    for (int i = 0; i < old.length(); i++) {
      Entry<V> entry = old.get(i);
      if (isLive(entry)) {
        insert(entries, entry);
        used++;
      }
    }
    table = entries;
  }

  private static boolean isLive(Entry<?> entry) {
    return entry != null && entry.get() != null;
  }

  private static <V> void insert(AtomicReferenceArray<Entry<V>> entries, Entry<V> entry) {
    int mask = entries.length() - 1;
    int slot = slotOf(entry.hash, mask);
    while (entries.get(slot) != null) {
      slot = slot + 1 & mask;
    }
    entries.set(slot, entry);
  }

  /** Identity hashes are well spread in their low bits on HotSpot; the shift mixes in the rest. */
  private static int slotOf(int hash, int mask) {
    return (hash ^ hash >>> 15) & mask;
  }

  private static final class Entry<V> extends WeakReference<Object> {
    private final int hash;
    private volatile V value;

    private Entry(Object key, V value, ReferenceQueue<Object> queue) {
      super(key, queue);
      this.hash = System.identityHashCode(key);
      this.value = value;
    }

    /**
     * Reading the referent marks it as live for a collector that marks concurrently (G1, ZGC,
     * Shenandoah), so the referents of other keys on the way are left alone.
     */
    private boolean isOf(Object key, int keyHash) {
      return hash == keyHash && get() == key;
    }
  }
}
