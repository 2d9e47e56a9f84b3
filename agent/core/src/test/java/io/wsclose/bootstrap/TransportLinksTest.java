// SPDX-License-Identifier: Apache-2.0
package io.wsclose.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.record.ApplicationCode;
import io.wsclose.record.ConnectionRecord;
import io.wsclose.record.Fact;
import io.wsclose.record.FactKind;
import io.wsclose.record.FrameRetention;
import io.wsclose.record.RecordListener;
import io.wsclose.record.RecordingBackend;
import io.wsclose.record.StackInstance;
import io.wsclose.record.TraceContext;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportLinksTest implements RecordListener {
  private final Object socket = new Object();
  private final List<ConnectionRecord> ended = new ArrayList<>();
  private Object agent;

  @BeforeEach
  void install() throws Exception {
    agent =
        replaceBackend(
            new RecordingBackend(
                (stack, type) -> new StackInstance(stack, "", List.of(), null),
                FrameRetention.of(4, 0),
                new ApplicationCode(List.of()),
                TraceContext::none,
                this,
                (failure, type, hook) -> {}));
  }

  @AfterEach
  void remove() throws Exception {
    replaceBackend(agent);
  }

  private static Object replaceBackend(Object other) throws Exception {
    Field backend = Recorder.class.getDeclaredField("backend");
    backend.setAccessible(true);
    Object before = backend.get(null);
    backend.set(null, other);
    return before;
  }

  @Test
  void inHttp11OneObjectStandsForConnectionAndTransport() {
    Object inner = new Object();
    Recorder.upgradeRequested(socket, request(Role.SERVER));
    Recorder.link(socket, inner);
    Http11.answered(Recorder.of(socket), 101, Headers.none());
    Recorder.of(socket).codecInPlace();

    Recorder.transport(inner).endOfStream();
    Recorder.transport(socket).ended();

    assertThat(ended).hasSize(1);
    assertThat(kindsOf(0)).containsExactly(FactKind.END_OF_STREAM);
  }

  @Test
  void anObjectThatCarriesNoWebSocketIsNotKnown() {
    assertThat(Recorder.transport(socket).isKnown()).isFalse();
    assertThat(Recorder.transport(null).isKnown()).isFalse();
    Recorder.transport(socket).endOfStream();
    Recorder.carriedBy(new Object(), socket);
    assertThat(Recorder.transport(socket).isKnown()).as("no connection there").isFalse();
  }

  @Test
  void streamsOfOneHttp2ConnectionShareWhatHappensToIt() {
    Object session = new Object();
    Object[] streams = {new Object(), new Object(), new Object()};
    for (Object stream : streams) {
      Recorder.upgradeRequested(stream, request(Role.SERVER));
      Recorder.carriedBy(stream, session);
      Recorder.of(stream).accepted(200, Headers.none());
      Recorder.of(stream).codecInPlace();
    }
    Recorder.link(session, socket);
    assertThat(Recorder.of(session).isKnown()).as("nor is it a connection").isFalse();

    Recorder.transport(streams[0]).endOfStream();
    Recorder.transport(streams[0]).ended();
    Recorder.transport(socket).socketFailed(SocketOperation.READ, new IOException("reset"));
    Recorder.transport(session).ended();
    assertThat(ended).as("streams end by themselves").hasSize(1);
    Recorder.of(streams[1]).ended();
    Recorder.of(streams[2]).ended();

    assertThat(kindsOf(0)).containsExactly(FactKind.END_OF_STREAM);
    assertThat(kindsOf(1)).containsExactly(FactKind.SOCKET_FAILED);
    assertThat(kindsOf(2)).containsExactly(FactKind.SOCKET_FAILED);
    assertThat(ended).extracting(ConnectionRecord::sharedTransport).doesNotContain(0L);
    assertThat(ended)
        .extracting(ConnectionRecord::sharedTransport)
        .containsOnly(ended.get(0).sharedTransport());
  }

  @Test
  void anAttemptBeginsWithConnectMovesWithARetryAndLeavesOneEvent() {
    Object call = new Object();
    Object other = new Object();
    Recorder.attempting(call, request(Role.CLIENT));
    Recorder.carriedBy(call, socket);
    Recorder.transport(socket).endOfStream();
    Recorder.carriedBy(call, other);
    Recorder.of(call).requested(request(Role.CLIENT));
    Http11.answered(Recorder.of(call), 101, Headers.none());
    Recorder.of(call).codecInPlace();
    Recorder.link(call, other); // nobody else will use it
    Recorder.transport(other).socketFailed(SocketOperation.READ, new IOException("reset"));
    Recorder.transport(other).ended();
    Recorder.of(call).ended();

    assertThat(ended).hasSize(1);
    assertThat(kindsOf(0)).containsExactly(FactKind.SOCKET_FAILED);
    assertThat(ended.get(0).handshake().role()).isEqualTo(Role.CLIENT);
  }

  @Test
  void aPooledSocketCarriesOneAttemptAfterTheOther() {
    Object first = new Object();
    Object second = new Object();
    Recorder.attempting(first, request(Role.CLIENT));
    Recorder.carriedBy(first, socket);
    Http11.answered(Recorder.of(first), 401, Headers.none());
    assertThat(ended).hasSize(1);

    Recorder.transport(socket).endOfStream();
    Recorder.attempting(second, request(Role.CLIENT));
    Recorder.carriedBy(second, socket);
    Recorder.of(second).failed(FailureOrigin.HANDSHAKE, 0, new IOException("closed"));
    Recorder.of(second).ended();

    assertThat(kindsOf(0)).containsExactly(FactKind.REFUSED);
    assertThat(kindsOf(1)).containsExactly(FactKind.END_OF_STREAM, FactKind.HANDSHAKE_FAILED);
  }

  @Test
  void aKeyThatIsTakenOverEndsTheAttemptThatItStoodFor() {
    Recorder.attempting(socket, request(Role.CLIENT));
    Recorder.attempting(socket, request(Role.CLIENT));

    assertThat(ended).hasSize(1);
    assertThat(kindsOf(0)).containsExactly(FactKind.ABANDONED);
  }

  private List<FactKind> kindsOf(int end) {
    return ended.get(end).evidence().facts().stream().map(Fact::kind).toList();
  }

  private static Upgrade request(Role role) {
    return new Upgrade("netty", TransportLinksTest.class, role, "/", false, Headers.none());
  }

  @Override
  public void ended(ConnectionRecord record) {
    ended.add(record);
  }
}
