package io.wsclose.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Surroundings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiblingsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final OpenConnections.Count OPEN =
      new OpenConnections.Count(100, Map.of("10.0.0.7", 40));

  private final Siblings siblings = new Siblings();

  private Ending broken(double at, double idle, String peer) {
    Ending ending = new Ending(nanos(at), nanos(idle), nanos(300 + idle), peer, true, true, true);
    siblings.add(ending);
    return ending;
  }

  private static long nanos(double seconds) {
    return (long) (seconds * SECOND);
  }

  private Surroundings around(Ending mine) {
    Surroundings.Builder surroundings = Surroundings.builder();
    siblings.describe(mine, OPEN, surroundings);
    return surroundings.build();
  }

  @Test
  void countsEndsOnBothSidesOfTheInstant() {
    broken(97.9, 1, "10.0.0.7");
    broken(98.1, 1, "10.0.0.7");
    Ending mine = broken(100, 1, "10.0.0.7");
    broken(101.9, 1, "10.0.0.8");
    broken(102.1, 1, "10.0.0.7");
    Surroundings around = around(mine);
    assertThat(around.closedTogether()).isEqualTo(2);
    assertThat(around.closedTogetherOfPeer()).isEqualTo(1);
    assertThat(around.openBefore()).as("open, and ended since").isEqualTo(104);
    assertThat(around.openBeforeOfPeer()).isEqualTo(43);
  }

  @Test
  void orderlyEndsAreNoSiblingsButWereOpen() {
    Ending mine = broken(100, 1, "10.0.0.7");
    siblings.add(new Ending(nanos(100), 0, 0, "10.0.0.7", false, false, false));
    assertThat(around(mine).closedTogether()).isZero();
    assertThat(around(mine).otherwiseTogether()).isEqualTo(1);
    assertThat(around(mine).otherwiseTogetherOfPeer()).isEqualTo(1);
    assertThat(around(mine).openBefore()).isEqualTo(102);
  }

  @Test
  void whatThisJvmBroughtAboutSaysNothingOfThePath() {
    Ending mine = broken(100, 1, "10.0.0.7");
    Ending thrown = new Ending(nanos(100), 0, 0, "10.0.0.7", true, false, false);
    siblings.add(thrown);
    assertThat(around(mine).closedTogether()).isZero();
    assertThat(around(thrown).closedTogether()).isEqualTo(1);
  }

  @Test
  void endsAfterTheSameSilenceAreAlike() {
    broken(100, 59.2, "10.0.0.7");
    broken(200, 60.9, "10.0.0.8");
    broken(300, 61.3, "10.0.0.7");
    Ending mine = broken(400, 60.0, "10.0.0.7");
    assertThat(around(mine).sameIdle()).isEqualTo(2);
    assertThat(around(mine).sameAge()).as("2 % of six minutes").isEqualTo(3);
  }

  @Test
  void endsOfOneInstantAreNotAlikeForThat() {
    broken(100, 60, "10.0.0.7");
    broken(100.1, 60, "10.0.0.8");
    Ending mine = broken(100.2, 60, "10.0.0.9");
    assertThat(around(mine).sameIdle()).isZero();
    broken(160, 60, "10.0.0.9");
    assertThat(around(mine).sameIdle()).isEqualTo(3);
  }

  @Test
  void shortTimesAgreeByChance() {
    broken(100, 2, "10.0.0.7");
    broken(200, 2, "10.0.0.7");
    assertThat(around(broken(300, 2, "10.0.0.7")).sameIdle()).isZero();
  }

  @Test
  void forgetsAfterAQuarterOfAnHour() {
    broken(100, 60, "10.0.0.7");
    assertThat(around(broken(100 + 901, 60, "10.0.0.7")).sameIdle()).isZero();
  }

  @Test
  void countsTheDifferentPeersOfWhatFailed() {
    Ending mine = broken(100, 1, "10.0.0.7");
    for (String peer : new String[] {"10.0.0.7", "10.0.0.8", "10.0.0.8", "10.0.0.9"}) {
      siblings.add(new Ending(nanos(100), 0, 0, peer, true, true, true));
    }
    assertThat(around(mine).failedTogether()).isEqualTo(4);
    assertThat(around(mine).peersFailedTogether()).isEqualTo(3);
  }

  @Test
  void aFinIsNoFailureOfTheNetwork() {
    Ending mine = broken(100, 1, "10.0.0.7");
    siblings.add(new Ending(nanos(100), 0, 0, "10.0.0.8", true, true, false));
    assertThat(around(mine).closedTogether()).isEqualTo(1);
    assertThat(around(mine).failedTogether()).isZero();
    assertThat(around(mine).peersFailedTogether()).isEqualTo(1);
  }
}
