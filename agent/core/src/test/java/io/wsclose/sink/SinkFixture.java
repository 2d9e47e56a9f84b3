// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import static org.awaitility.Awaitility.await;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.SampleFindings;
import io.wsclose.cause.Surroundings;
import io.wsclose.configuration.Configuration;
import io.wsclose.configuration.Option;
import io.wsclose.event.CloseEvent;
import io.wsclose.event.EventAttributes;
import io.wsclose.record.ApplicationCode;
import io.wsclose.record.Evidence;
import io.wsclose.record.FactKind;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackInstance;
import io.wsclose.record.TraceContext;
import io.wsclose.sink.emit.Emitter;
import io.wsclose.sink.emit.LogSink;
import io.wsclose.sink.emit.SpanSink;
import io.wsclose.sink.emit.StallWatch;
import io.wsclose.sink.shutdown.JvmStop;
import io.wsclose.sink.shutdown.OtherHooks;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A sink with its loop in the test's hands, and all that came out of it. */
final class SinkFixture implements SpanSink, LogSink {
  final FakeTime time = new FakeTime();
  final List<String> told = Collections.synchronizedList(new ArrayList<>());
  final List<CloseEvent> events = Collections.synchronizedList(new ArrayList<>());
  final List<Surroundings> surroundings = new ArrayList<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final Sink sink;
  final RecordingBackend backend;
  final SinkLoop loop;
  RuntimeException failure;
  private OtherHooks otherHooks = () -> false;

  SinkFixture() {
    this(Configuration.defaults());
  }

  SinkFixture(Configuration settings) {
    Configuration set = settings.with(Option.WAIT_SIBLINGS, Duration.ofSeconds(2));
    sink =
        new Sink(
            set,
            new SinkAssembly(
                set,
                this::analyze,
                "jetty"::equals,
                new Emitter(this, this, told::add, new StallWatch(told::add, time)),
                told::add,
                time));
    backend =
        new RecordingBackend(
            (stack, type) -> new StackInstance(stack, "", List.of(), null),
            FrameRetention.of(16, 0),
            new ApplicationCode(List.of()),
            TraceContext::none,
            sink.listener(),
            (failure, type, hook) -> {});
    loop = sink.loop(backend);
  }

  /** Close frames are certain, ends of the stream ambiguous. */
  private Finding analyze(Evidence evidence, Surroundings around) {
    surroundings.add(around);
    boolean orderly = evidence.has(FactKind.CLOSE_RECEIVED);
    return SampleFindings.of(
        orderly ? Cause.PEER_CLEAN_CLOSE : Cause.PEER_EOF_WITHOUT_CLOSE,
        orderly || evidence.has(FactKind.REFUSED) ? Confidence.CERTAIN : Confidence.POSSIBLE,
        evidence.end());
  }

  Connection open(String stack) {
    return open(stack, "10.0.3.7");
  }

  Connection open(String stack, String peer) {
    Connection connection = attempt(stack, peer);
    connection.accepted(101, Headers.none());
    connection.codecInPlace();
    return connection;
  }

  Connection attempt(String stack, String peer) {
    Upgrade upgrade =
        new Upgrade(stack, SinkFixture.class, Role.SERVER, "/chat", false, Headers.none());
    return backend.upgradeRequested(
        upgrade.between(
            new InetSocketAddress("10.0.0.1", 80), new InetSocketAddress(peer, 40_000)));
  }

  static void breakOff(Connection connection) {
    connection.transport().endOfStream();
    connection.ended();
  }

  static void closeWithGoingAway(Connection connection) {
    connection.closeSent(1001, "");
    connection.closeReceived(1001, "");
    connection.ended();
  }

  static void closeCleanly(Connection connection) {
    connection.closeReceived(1000, "");
    connection.ended();
  }

  /** The other shutdown hooks of this JVM all end then. */
  void otherHooksEndAfter(long millis) {
    otherHooks = () -> time.passed() < millis;
  }

  void close() {
    sink.close(otherHooks, JvmStop::unknown);
  }

  void awaitLine() {
    await().atMost(Duration.ofSeconds(30)).until(() -> calls.contains("line trace"));
  }

  void turn() {
    try {
      loop.turn(0);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void turnAfter(long millis) {
    time.advanceMillis(millis);
    turn();
  }

  List<Object> ids() {
    return events.stream()
        .map(event -> event.attributes().get(EventAttributes.CONNECTION_ID).toString())
        .map(id -> id.substring(id.indexOf('-') + 1))
        .collect(Collectors.toList());
  }

  @Override
  public void prepare() {
    calls.add("prepare");
  }

  @Override
  public String span(CloseEvent event) {
    if (failure != null) {
      throw failure;
    }
    events.add(event);
    return "trace";
  }

  @Override
  public void line(CloseEvent event, String traceId) {
    calls.add("line " + traceId);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public boolean summary(String line) {
    calls.add("summary " + line);
    return true;
  }

  @Override
  public void tick() {
    calls.add("tick");
  }

  @Override
  public void flush() {
    calls.add("flush log");
  }

  @Override
  public void flush(long nanos) {
    calls.add("flush spans " + Duration.ofNanos(nanos).toMillis());
  }
}
