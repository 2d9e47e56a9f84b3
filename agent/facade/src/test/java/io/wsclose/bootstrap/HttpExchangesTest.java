// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HttpExchangesTest {
  private final HttpExchanges exchanges = new HttpExchanges();
  private final SeenConnection first = new SeenConnection();
  private final SeenConnection second = new SeenConnection();

  @Test
  void answerOfAnEarlierRequestIsNotTheUpgrades() {
    exchanges.requested();
    upgrade(first);

    assertThat(answered(200)).isSameAs(NoConnection.INSTANCE);
    assertThat(exchanges.answered(101, true)).isSameAs(first);
  }

  @Test
  void answersUpgradeRequestsInTheirOrder() {
    upgrade(first);
    exchanges.requested();
    upgrade(second);

    assertThat(answered(404)).isSameAs(first);
    assertThat(answered(200)).isSameAs(NoConnection.INSTANCE);
    assertThat(answered(401)).isSameAs(second);
    assertThat(exchanges.current()).isNull();
  }

  @Test
  void anInterimAnswerAnswersNothing() {
    upgrade(first);

    assertThat(answered(100)).isSameAs(NoConnection.INSTANCE);
    assertThat(answered(103)).isSameAs(NoConnection.INSTANCE);
    assertThat(answered(404)).isSameAs(first);
  }

  @Test
  void anAnswerWithoutARequestAnswersNothing() {
    assertThat(answered(408)).isSameAs(NoConnection.INSTANCE);
    upgrade(first);
    assertThat(answered(404)).isSameAs(first);
    assertThat(answered(404)).isSameAs(NoConnection.INSTANCE);
  }

  @Test
  void theSwitchToWebSocketIsTheUpgradesEvenOutOfOrder() {
    exchanges.requested();
    upgrade(first);
    upgrade(second);

    assertThat(exchanges.answered(101, true)).isSameAs(first);
    assertThat(exchanges.current()).as("nothing else will be answered").isNull();
  }

  @Test
  void whatHappensToTheHttpConnectionHappensToAllUnansweredAttempts() {
    upgrade(first);
    assertThat(exchanges.current()).isSameAs(first);
    upgrade(second);
    Connection both = exchanges.current();

    both.transport().endOfStream();
    both.transport().socketFailed(SocketOperation.READ, new IOException());
    both.transport().tlsFailed(new IOException());
    both.failed(FailureOrigin.APPLICATION, 0, new IOException());
    both.closeRequested(new Throwable());
    both.transport().closeRequested(new Throwable());
    both.transport().idleExpired(1000);
    both.stopping("deployment");
    both.transport().stopping("server");
    both.transport().ended();
    both.ended();

    assertThat(both.isKnown()).isTrue();
    assertThat(first.seen)
        .containsExactly(
            "end of stream",
            "failed READ",
            "failed TLS",
            "failed APPLICATION",
            "requested",
            "requested transport",
            "idle",
            "stopping",
            "stopping server",
            "transport ended",
            "ended")
        .isEqualTo(second.seen);
  }

  @Test
  void noAttemptIsAbandonedBeforeItsAnswer() {
    WeakIdentityMap<Connection> map = new WeakIdentityMap<>();
    Object channel = new Object();
    upgrade(first);
    Links.link(map, channel, exchanges.current());
    upgrade(second);
    Links.link(map, channel, exchanges.current());
    answered(404).refused(404, Headers.none());
    Links.link(map, channel, exchanges.current());

    assertThat(first.seen).containsExactly("refused 404", "abandoned");
    assertThat(second.seen).isEmpty();
    assertThat(map.get(channel)).isSameAs(second);
  }

  @Test
  void attemptsBehindTheOneThatIsOpenedAreAbandoned() {
    WeakIdentityMap<Connection> map = new WeakIdentityMap<>();
    Object channel = new Object();
    upgrade(first);
    Links.link(map, channel, exchanges.current());
    upgrade(second);
    Links.link(map, channel, exchanges.current());
    Links.link(map, channel, exchanges.answered(101, true));

    assertThat(first.seen).isEmpty();
    assertThat(second.seen).containsExactly("abandoned");
  }

  private void upgrade(Connection attempt) {
    exchanges.requested();
    exchanges.upgradeRequested(attempt);
  }

  private Connection answered(int status) {
    return exchanges.answered(status, false);
  }
}
