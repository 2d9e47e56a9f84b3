// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The facts of one connection. Bounded: the first ones decide a cause, so late ones give way. After
 * the end only what the application was told is still taken, and a reset that explains a broken
 * pipe.
 *
 * <p>A connection can outlive any number of exceptions, and an exception with its causes can take
 * 30 KB. Of those that end nothing, the newest is kept in full, as it alone may turn out to have
 * provoked the end; earlier ones in brief.
 */
final class FactLog {
  private static final int MAX_FACTS = 32;
  private static final int MAX_OF_A_KIND = 6;

  private final ArrayList<Fact> facts = new ArrayList<>(4);
  private boolean closed;
  private boolean released;

  /** Kinds that repeat in a healthy life (idle, exceptions) keep their newest, not their oldest. */
  synchronized void add(Fact fact) {
    if (released || closed && !mayComeLate(fact)) {
      return;
    }
    if (count(fact.kind()) >= MAX_OF_A_KIND) {
      if (fact.kind().isSignOfTheEnd()) {
        return;
      }
      removeFirst(fact.kind());
    }
    if (facts.size() >= MAX_FACTS
        && !(fact.kind().isSignOfTheEnd() && removeFirstThatEndsNothing())) {
      return;
    }
    if (!fact.kind().isSignOfTheEnd() && fact.failure().isPresent()) {
      abridge(fact.kind());
    }
    facts.add(fact);
  }

  private void abridge(FactKind kind) {
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).is(kind)) {
        facts.set(i, facts.get(i).inBrief());
      }
    }
  }

  /**
   * The kernel gives a reset to the first call that asks. Where that is a read on one thread, a
   * write on another may meet the broken pipe and end the connection before the read returns.
   */
  private static boolean mayComeLate(Fact fact) {
    return fact.is(FactKind.REPORTED)
        || fact.socketEvent().filter(event -> event == SocketEvent.RESET).isPresent();
  }

  synchronized void addOnce(Fact fact) {
    if (!has(fact.kind())) {
      add(fact);
    }
  }

  synchronized boolean has(FactKind kind) {
    return count(kind) > 0;
  }

  synchronized void close() {
    closed = true;
  }

  /** Forgets what happened to an attempt before it began anew; a stop of this JVM goes on. */
  synchronized void begunAnew() {
    for (int i = facts.size() - 1; i >= 0; i--) {
      if (!facts.get(i).is(FactKind.STOPPING)) {
        facts.remove(i);
      }
    }
  }

  /** Lets go of all facts; none is taken any more. */
  synchronized void release() {
    released = true;
    facts.clear();
    facts.trimToSize();
  }

  /** Bytes on the heap, roughly. */
  synchronized int weight() {
    int weight = 0;
    for (Fact fact : facts) {
      weight += fact.weight();
    }
    return weight;
  }

  synchronized List<Fact> inOrder() {
    List<Fact> copy = new ArrayList<>(facts);
    Collections.sort(copy);
    return copy;
  }

  private int count(FactKind kind) {
    int count = 0;
    for (Fact fact : facts) {
      if (fact.is(kind)) {
        count++;
      }
    }
    return count;
  }

  private boolean removeFirstThatEndsNothing() {
    for (int i = 0; i < facts.size(); i++) {
      if (!facts.get(i).kind().isSignOfTheEnd()) {
        facts.remove(i);
        return true;
      }
    }
    return false;
  }

  private void removeFirst(FactKind kind) {
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).is(kind)) {
        facts.remove(i);
        return;
      }
    }
  }
}
