// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.configuration.ExceptionMessages;
import io.wsclose.event.CloseEventFactory;
import io.wsclose.record.ApplicationCode;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.SimulatedConnection;
import io.wsclose.record.StackInstance;
import io.wsclose.record.TraceContext;
import io.wsclose.sink.shutdown.ShutdownState;
import io.wsclose.sink.siblings.OpenConnections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * Connections of one JVM with the truth about each end, put through what the sink thread does with
 * them, in their order.
 */
final class Fleet {
  /** What became of an end: what was claimed, and what is true. */
  record Verdict(Finding finding, Set<Cause> truth, String expected, int earlier) {
    boolean isLikely() {
      return finding.confidence() == Confidence.LIKELY;
    }

    boolean isRight() {
      return truth.contains(finding.cause());
    }
  }

  private record Member(
      SimulatedConnection connection,
      Set<Cause> truth,
      String expected,
      double opened,
      double end) {}

  private record Waiting(PendingClose held, Member member, int earlier) {}

  final Random random;
  private final List<Member> members = new ArrayList<>();
  private final Set<ConnectionRecord> open = new LinkedHashSet<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Map<String, Integer> expectedSoFar = new HashMap<>();
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparingLong((Waiting one) -> one.held().dueNanos()));
  private Finding last;

  Fleet(long seed) {
    random = new Random(seed);
  }

  /** An end of which something true, but nothing in particular, is to be said. */
  void add(SimulatedConnection connection, Set<Cause> truth) {
    add(connection, truth, "");
  }

  /**
   * @param expected what is to be found of all these ends; empty if it need not be found
   */
  void add(SimulatedConnection connection, Set<Cause> truth, String expected) {
    members.add(
        new Member(
            connection, truth, expected, connection.openedSeconds(), connection.endedSeconds()));
  }

  /** One that stays open. */
  void stays(SimulatedConnection connection) {
    members.add(new Member(connection, Set.of(), "", connection.openedSeconds(), Double.MAX_VALUE));
  }

  int size() {
    return members.size();
  }

  double uniform(double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  List<Verdict> verdicts() {
    Explainer explainer = explainer();
    List<Member> opens = new ArrayList<>(members);
    opens.sort(Comparator.comparingDouble(Member::opened));
    List<Member> ends = new ArrayList<>(members);
    ends.removeIf(member -> member.end() == Double.MAX_VALUE);
    ends.sort(Comparator.comparingDouble(Member::end));
    int opened = 0;
    for (Member member : ends) {
      while (opened < opens.size() && opens.get(opened).opened() <= member.end()) {
        open.add(opens.get(opened++).connection().record());
      }
      long now = SimulatedConnection.nanos(member.end());
      explain(explainer, now);
      open.remove(member.connection().endNow().record());
      int earlier =
          member.expected().isEmpty() ? 0 : expectedSoFar.merge(member.expected(), 1, Integer::sum);
      waiting.add(
          new Waiting(explainer.firstLook(member.connection().record(), now), member, earlier - 1));
    }
    explain(explainer, Long.MAX_VALUE);
    return verdicts;
  }

  private void explain(Explainer explainer, long now) {
    while (!waiting.isEmpty() && waiting.peek().held().dueNanos() <= now) {
      Waiting due = waiting.poll();
      explainer.explain(due.held(), due.held().dueNanos());
      Member member = due.member();
      verdicts.add(new Verdict(last, member.truth(), member.expected(), due.earlier()));
    }
  }

  private Explainer explainer() {
    Analysis.ByRules rules = new Analysis.ByRules();
    RecordingBackend backend =
        new RecordingBackend(
            (stack, type) -> new StackInstance(stack, "", List.of(), null),
            FrameRetention.of(16, 0),
            new ApplicationCode(List.of()),
            TraceContext::none,
            null,
            (failure, type, hook) -> {});
    ShutdownState shutdown = new ShutdownState();
    return new Explainer(
        (evidence, around) -> last = rules.of(evidence, around),
        new CloseEventFactory(16, ExceptionMessages.ALL),
        new OpenConnections(open, 0),
        new WaitPolicy(2_000_000_000L, 0, stack -> false, shutdown),
        shutdown,
        backend);
  }
}
