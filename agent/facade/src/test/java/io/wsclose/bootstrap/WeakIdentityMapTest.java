// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {
  private final WeakIdentityMap<String> map = new WeakIdentityMap<>();

  @Test
  void keepsApartWhatIsEqualButNotTheSame() {
    String one = new String("key");
    String other = new String("key");
    map.put(one, "1");
    assertThat(map.get(one)).isEqualTo("1");
    assertThat(map.get(other)).isNull();
    map.put(one, "2");
    assertThat(map.get(one)).isEqualTo("2");
  }

  @Test
  void growsAndKeepsEverything() {
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      keys.add(new Object());
      map.put(keys.get(i), "v" + i);
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(map.get(keys.get(i))).isEqualTo("v" + i);
    }
  }

  @Test
  void handsOutCollectedValuesOnce() {
    Object kept = new Object();
    map.put(kept, "kept");
    for (int i = 0; i < 100; i++) {
      map.put(new Object(), "v" + i);
    }
    Set<String> values = new HashSet<>();
    await()
        .untilAsserted(
            () -> {
              System.gc();
              String value;
              while ((value = map.pollCollected()) != null) {
                assertThat(values.add(value)).isTrue();
              }
              assertThat(values).hasSize(100);
            });
    assertThat(values).doesNotContain("kept");
    assertThat(map.get(kept)).isEqualTo("kept");
  }

  /** Dead entries make room: a server that opens and closes for weeks needs no growing table. */
  @Test
  void survivesManyGenerations() {
    for (int generation = 0; generation < 50; generation++) {
      List<Object> keys = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        keys.add(new Object());
        map.put(keys.get(i), "g" + generation + "-" + i);
      }
      assertThat(map.get(keys.get(499))).isEqualTo("g" + generation + "-499");
      keys.clear();
      if (generation % 10 == 0) {
        System.gc();
      }
    }
  }

  @Test
  void readersNeverMissAKeyWhileItGrows() throws Exception {
    List<Object> known = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      known.add(new Object());
      map.put(known.get(i), "v" + i);
    }
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int r = 0; r < 2; r++) {
        readers.add(threads.submit(() -> misses(known, done)));
      }
      Future<?> writer =
          threads.submit(
              () -> {
                List<Object> more = Collections.synchronizedList(new ArrayList<>());
                for (int i = 0; i < 50_000; i++) {
                  Object key = new Object();
                  more.add(key);
                  map.put(key, "w" + i);
                }
                done.set(true);
              });
      writer.get();
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isZero();
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  private int misses(List<Object> known, AtomicBoolean done) {
    int misses = 0;
    do {
      for (int i = 0; i < known.size(); i++) {
        misses += ("v" + i).equals(map.get(known.get(i))) ? 0 : 1;
      }
    } while (!done.get());
    return misses;
  }
}
