// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wsclose.record.ApplicationCode;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordListener;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackInstance;
import io.wsclose.record.TraceContext;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final int MANY = 2_000;

  /** Nobody calls {@code expunge} here: the agent's own threads may be stuck. */
  @Test
  void newConnectionsFreeThoseWhoseObjectsWereCollected() {
    AtomicInteger ended = new AtomicInteger();
    RecordingBackend backend =
        new RecordingBackend(
            (stack, type) -> new StackInstance(stack, "", List.of(), null),
            FrameRetention.of(16, 0),
            new ApplicationCode(List.of()),
            TraceContext::none,
            new CountingEnds(ended),
            (failure, type, hook) -> {});
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Recorder.identify(new Object(), backend.upgradeRequested(request()));
    }
    await()
        .untilAsserted(
            () -> {
              System.gc();
              for (int i = 0; i < MANY / 2; i++) {
                Object key = new Object();
                kept.add(key);
                Recorder.identify(key, backend.upgradeRequested(request()));
              }
              assertThat(ended).hasValue(MANY);
            });
    assertThat(backend.openCount()).isEqualTo(kept.size());
  }

  @Test
  void newCallersFreeThoseWhoseCarriersWereCollected() {
    List<WeakReference<Throwable>> callers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Throwable caller = new Caller();
      callers.add(new WeakReference<>(caller));
      Recorder.attach(new Object(), caller);
    }
    Throwable one = new Caller();
    await()
        .untilAsserted(
            () -> {
              System.gc();
              for (int i = 0; i < MANY / 2; i++) {
                Recorder.attach(new Object(), one);
              }
              System.gc();
              assertThat(callers).allMatch(caller -> caller.get() == null);
            });
  }

  private static Upgrade request() {
    return new Upgrade("netty", RecorderTest.class, Role.SERVER, "/", false, Headers.none());
  }

  @Test
  void aConnectionIsAbandonedWithTheLastOfItsObjectsOnly() {
    WeakIdentityMap<Connection> map = new WeakIdentityMap<>();
    Connection connection = NoConnection.INSTANCE;
    Object channel = new Object();
    Object session = new Object();
    assertThat(map.put(channel, connection)).isNull();
    connection.keyAdded();
    assertThat(map.put(session, connection)).isNull();
    connection.keyAdded();

    assertThat(connection.keyGone()).as("session collected").isFalse();
    assertThat(connection.keyGone()).as("channel collected").isTrue();
  }

  @Test
  void aKeyThatIsUsedAgainTellsWhatItStoodFor() {
    WeakIdentityMap<String> map = new WeakIdentityMap<>();
    Object channel = new Object();
    map.put(channel, "first upgrade request");
    assertThat(map.put(channel, "second")).isEqualTo("first upgrade request");
    assertThat(map.get(channel)).isEqualTo("second");
  }

  private static final class CountingEnds implements RecordListener {
    private final AtomicInteger ended;

    private CountingEnds(AtomicInteger ended) {
      this.ended = ended;
    }

    @Override
    public void ended(ConnectionRecord record) {
      ended.incrementAndGet();
    }
  }
}
