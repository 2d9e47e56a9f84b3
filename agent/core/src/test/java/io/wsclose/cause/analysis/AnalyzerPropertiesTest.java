// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.SocketOperation;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.MassClose;
import io.wsclose.cause.Rule;
import io.wsclose.cause.SameTime;
import io.wsclose.cause.SocketSigns;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import io.wsclose.record.EvidenceBuilder;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.SocketEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds whatever the facts are. */
class AnalyzerPropertiesTest {
  private static final int RUNS = 5_000;
  private static final FactKind[] KINDS = FactKind.values();
  private static final int[] CODES = {
    0, 1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1015, 4000, 9999
  };
  private static final int[] STATUSES = {200, 301, 400, 401, 403, 404, 408, 426, 429, 500, 503};

  @Test
  void anyFactsGiveOneReadableFinding() {
    Random random = new Random(6455);
    Set<Cause> seen = EnumSet.noneOf(Cause.class);
    for (int run = 0; run < RUNS; run++) {
      EvidenceBuilder evidence = random(random);
      try {
        seen.add(Verdict.of(evidence, around(random)).finding().cause());
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("run " + run + ": " + evidence.build().facts(), e);
      }
    }
    assertThat(seen).as("the facts are varied enough to mean something").hasSizeGreaterThan(25);
  }

  /**
   * Truth in time order: what happens after the deciding fact changes no cause, but for a reset or
   * a timeout of which that fact was only the shadow.
   */
  @Test
  void laterFactsChangeNothing() {
    Random random = new Random(7692);
    for (int run = 0; run < RUNS / 10; run++) {
      EvidenceBuilder evidence = EvidenceBuilder.opened().received(1, 1).sent(2, 1);
      if (random.nextBoolean()) {
        evidence.eof(10);
      } else {
        evidence.reset(10);
      }
      Cause before = Verdict.of(evidence).finding().cause();
      for (int i = random.nextInt(6); i > 0; i--) {
        addFact(evidence, random, 10 + random.nextDouble() / 2);
      }
      Optional<SocketEvent> behind =
          evidence
              .build()
              .firstSign()
              .flatMap(sign -> SocketSigns.failureBehind(sign, evidence.build()))
              .flatMap(Fact::socketEvent);
      Cause after =
          behind
              .map(
                  event ->
                      event == SocketEvent.RESET
                          ? Cause.PEER_RESET
                          : Cause.NETWORK_RETRANSMIT_TIMEOUT)
              .orElse(before);
      assertThat(Verdict.of(evidence).finding().cause())
          .as(() -> evidence.build().facts().toString())
          .isEqualTo(after);
    }
  }

  @Test
  void aThrowingRuleIsSkipped() {
    Rule broken =
        (evidence, surroundings) -> {
          throw new IllegalStateException("on purpose");
        };
    Rule linkage =
        (evidence, surroundings) -> {
          throw new NoClassDefFoundError("on purpose");
        };
    List<Rule> rules = new ArrayList<>(List.of(broken, linkage));
    rules.addAll(CauseAnalyzer.rules());
    Finding finding =
        new CauseAnalyzer(rules)
            .analyze(
                EvidenceBuilder.opened().closeReceived(3, 1000, "").build(), Surroundings.none());
    assertThat(finding.cause()).isEqualTo(Cause.PEER_CLEAN_CLOSE);
  }

  @Test
  void ofTwoRulesOnTheSameFactTheEarlierWins() {
    List<Rule> rules = new ArrayList<>(CauseAnalyzer.rules());
    Rule rival =
        (evidence, surroundings) ->
            Optional.of(
                Finding.of(
                    Cause.NETWORK_MIDDLEBOX_INTERFERENCE,
                    Confidence.POSSIBLE,
                    evidence.facts().get(0),
                    "A rival",
                    "None."));
    EvidenceBuilder eof = EvidenceBuilder.opened().eof(3);
    rules.add(rival);
    assertThat(new CauseAnalyzer(rules).analyze(eof.build(), Surroundings.none()).cause())
        .isEqualTo(Cause.PEER_EOF_WITHOUT_CLOSE);
    Collections.rotate(rules, 1);
    assertThat(new CauseAnalyzer(rules).analyze(eof.build(), Surroundings.none()).cause())
        .isEqualTo(Cause.NETWORK_MIDDLEBOX_INTERFERENCE);
  }

  @Test
  void everyRuleStandsOnceInTheList() {
    assertThat(CauseAnalyzer.rules()).extracting(Object::getClass).doesNotHaveDuplicates();
  }

  private static EvidenceBuilder random(Random random) {
    EvidenceBuilder evidence = start(random);
    double at = 0;
    for (int i = random.nextInt(8); i > 0; i--) {
      at += random.nextInt(4) == 0 ? random.nextInt(400) : random.nextDouble();
      switch (random.nextInt(5)) {
        case 0:
          evidence.received(at, random.nextInt(16));
          break;
        case 1:
          evidence.sent(at, random.nextInt(16));
          break;
        case 2:
          evidence.pinged(at);
          break;
        default:
          addFact(evidence, random, at);
      }
    }
    return evidence;
  }

  private static EvidenceBuilder start(Random random) {
    EvidenceBuilder evidence =
        random.nextInt(4) == 0 ? EvidenceBuilder.clientAttempt() : EvidenceBuilder.attempt();
    String[] names = {
      "Sec-WebSocket-Key", "Upgrade", "Connection", "Sec-WebSocket-Version", "Host"
    };
    for (String name : names) {
      if (random.nextInt(12) == 0) {
        evidence.without(name);
      }
    }
    if (random.nextInt(4) == 0) {
      evidence.header("Sec-WebSocket-Protocol", "a, b").header("X-Amzn-Trace-Id", "1");
    }
    if (random.nextInt(4) == 0) {
      evidence.header("Origin", "https://other.example").header("User-Agent", "Mobile");
    }
    if (random.nextInt(6) == 0) {
      evidence.answer("Sec-WebSocket-Protocol", "c").answer("Sec-WebSocket-Extensions", "x");
    }
    return random.nextInt(3) == 0
        ? random.nextBoolean()
            ? evidence
            : evidence.answered(0.1, STATUSES[random.nextInt(STATUSES.length)])
        : evidence.answered(0, 101);
  }

  private static void addFact(EvidenceBuilder evidence, Random random, double at) {
    FactKind kind = KINDS[random.nextInt(KINDS.length)];
    int code = CODES[random.nextInt(CODES.length)];
    switch (random.nextInt(5)) {
      case 0:
        evidence.add(at, kind, code, failure(random));
        break;
      case 1:
        evidence.called(at, kind, "io.netty.channel.Channel.close", "com.acme.Chat.kick");
        break;
      case 2:
        evidence.failed(at, SocketOperation.values()[random.nextInt(4)], failure(random));
        break;
      case 3:
        evidence.eof(at);
        break;
      default:
        evidence.add(at, kind, code, random.nextBoolean() ? "some text" : "");
    }
  }

  private static Throwable failure(Random random) {
    Throwable[] failures = {
      new IOException("Broken pipe"),
      new IOException("Connection timed out"),
      new IOException("Datenübergabe unterbrochen"),
      new java.net.ConnectException(),
      new java.nio.channels.ClosedChannelException(),
      new java.net.SocketException("Connection reset"),
      new javax.net.ssl.SSLException("Received fatal alert: bad_record_mac"),
      new OutOfMemoryError("unable to create native thread"),
      new IllegalStateException((String) null),
      new StackOverflowError()
    };
    return failures[random.nextInt(failures.length)];
  }

  private static Surroundings around(Random random) {
    return Surroundings.builder()
        .jvmStopping(random.nextInt(5) == 0)
        .closedTogether(random.nextInt(9), random.nextInt(9))
        .openBefore(random.nextInt(30))
        .openOfHop(random.nextInt(3))
        .ofHop(crowd(random))
        .failures(crowd(random), random.nextInt(9))
        .alike(same(random), same(random))
        .survived(random.nextInt(3) * 100_000_000_000L, random.nextInt(3) * 100_000_000_000L)
        .cameBack(random.nextInt(4) == 0 ? "it came back" : null)
        .build();
  }

  private static SameTime same(Random random) {
    return new SameTime(
        random.nextInt(6), random.nextInt(6), 1 + random.nextInt(4), 1 + random.nextInt(4));
  }

  private static MassClose crowd(Random random) {
    return MassClose.builder()
        .ended(1 + random.nextInt(9), random.nextInt(600_000_000), 1 + random.nextInt(5), 1)
        .remained(random.nextInt(9), random.nextInt(3), random.nextBoolean())
        .background(random.nextInt(3), random.nextDouble())
        .same(random.nextBoolean(), random.nextBoolean())
        .build();
  }
}
