package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecorderTest {
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
}
