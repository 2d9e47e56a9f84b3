// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.bootstrap.SocketOperation;
import java.util.Optional;

/** One observation, immutable; ordered by time, then by the record's sequence number. */
public final class Fact implements Comparable<Fact> {
  /** A reason has 123 bytes on the wire; what an application passes has any length. */
  private static final int MAX_TEXT = 512;

  private final FactKind kind;
  private final long nanos;
  private final int sequence;
  private int code;
  private String text = "";
  private ThrowableSnapshot failure;
  private CallTrace caller;
  private SocketEvent socketEvent;
  private SocketOperation operation;
  private Delay delay;
  private LatestTraffic traffic = LatestTraffic.UNKNOWN;

  private Fact(FactKind kind, long nanos, int sequence) {
    this.kind = kind;
    this.nanos = nanos;
    this.sequence = sequence;
  }

  /**
   * @param nanos on the scale of {@link System#nanoTime()}
   */
  public static Fact of(FactKind kind, long nanos, int sequence) {
    return new Fact(kind, nanos, sequence);
  }

  private Fact copy() {
    return copyAt(sequence);
  }

  private Fact copyAt(int place) {
    Fact copy = new Fact(kind, nanos, place);
    copy.code = code;
    copy.text = text;
    copy.failure = failure;
    copy.caller = caller;
    copy.socketEvent = socketEvent;
    copy.operation = operation;
    copy.delay = delay;
    copy.traffic = traffic;
    return copy;
  }

  /** With a status code, HTTP status or limit, and the words that came with it. */
  public Fact with(int newCode, String newText) {
    Fact copy = copy();
    copy.code = newCode;
    copy.text = newText == null ? "" : MessageText.cut(newText, MAX_TEXT);
    return copy;
  }

  public Fact with(ThrowableSnapshot newFailure) {
    Fact copy = copy();
    copy.failure = newFailure;
    return copy;
  }

  /**
   * @param newCaller null where it is not known
   */
  public Fact with(CallTrace newCaller) {
    Fact copy = copy();
    copy.caller = newCaller;
    return copy;
  }

  /**
   * @param event null where it is not known
   */
  public Fact with(SocketEvent event, SocketOperation during) {
    Fact copy = copy();
    copy.socketEvent = event;
    copy.operation = during;
    return copy;
  }

  /** The same in the order of a record, with what had passed there. */
  Fact at(int place, LatestTraffic newTraffic) {
    Fact copy = copyAt(place);
    copy.traffic = newTraffic;
    return copy;
  }

  public Fact with(Delay newDelay) {
    Fact copy = copy();
    copy.delay = newDelay;
    return copy;
  }

  /** What kept the thread that noticed this from noticing it earlier. */
  public Optional<Delay> delay() {
    return Optional.ofNullable(delay);
  }

  public FactKind kind() {
    return kind;
  }

  public boolean is(FactKind other) {
    return kind == other;
  }

  public long nanos() {
    return nanos;
  }

  /** Status code, HTTP status or limit, as the kind says; 0 if there is none. */
  public int code() {
    return code;
  }

  /** Close reason or other words; empty if there are none. */
  public String text() {
    return text;
  }

  public Optional<ThrowableSnapshot> failure() {
    return Optional.ofNullable(failure);
  }

  /** Who asked for it. */
  public Optional<CallTrace> caller() {
    return Optional.ofNullable(caller);
  }

  public Optional<SocketEvent> socketEvent() {
    return Optional.ofNullable(socketEvent);
  }

  public Optional<SocketOperation> operation() {
    return Optional.ofNullable(operation);
  }

  /** The place in the record's order, of which frames keep the low 24 bits. */
  int sequence() {
    return sequence;
  }

  /** What had passed when this was recorded. */
  LatestTraffic traffic() {
    return traffic;
  }

  /** Earlier than {@code other}, by time and then by sequence. */
  public boolean isBefore(Fact other) {
    return compareTo(other) < 0;
  }

  Fact inBrief() {
    return failure == null ? this : with(failure.inBrief());
  }

  /** Bytes on the heap, roughly. */
  int weight() {
    return 64
        + 2 * text.length()
        + (failure == null ? 0 : failure.weight())
        + (caller == null ? 0 : CallTrace.FRAME_BYTES * caller.frames().size());
  }

  @Override
  public int compareTo(Fact other) {
    int byTime = Long.compare(nanos - other.nanos, 0);
    return byTime != 0 ? byTime : Integer.compare(sequence, other.sequence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fact && compareTo((Fact) other) == 0 && kind == ((Fact) other).kind;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(nanos) * 31 + sequence;
  }

  @Override
  public String toString() {
    return kind + "@" + nanos + "#" + sequence + " " + code + " " + text;
  }
}
