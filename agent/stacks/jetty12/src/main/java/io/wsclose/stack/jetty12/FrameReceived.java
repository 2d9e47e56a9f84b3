// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty12;

import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.FailureOrigin;
import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.PingPayload;
import io.wsclose.bootstrap.Preview;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.ReservedBits;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.Behavior;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.exception.ProtocolException;

/**
 * {@code Parser#parse}: payloads are as on the wire, before extensions. A frame that is larger than
 * a buffer leaves here in pieces: the parser keeps how much is to come, and the whole frame is told
 * with its first piece. Payloads are still masked. The parser's configuration is the core session.
 */
final class FrameReceived {
  private FrameReceived() {}

  /** No frame starts here: the rest of one is awaited. */
  static final int CONTINUES = -1;

  /** The frame was told already. */
  static final int TOLD = -2;

  /** Where in the buffer the frame starts, or one of the constants. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(
      @Advice.FieldValue("state") Object state, @Advice.Argument(0) ByteBuffer buffer) {
    String name = ((Enum<?>) state).name();
    return "START".equals(name) ? buffer.position() : "FRAGMENT".equals(name) ? TOLD : CONTINUES;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("configuration") Object session,
      @Advice.FieldValue("firstByte") byte firstByte,
      @Advice.FieldValue("payloadLength") int rest,
      @Advice.Argument(0) ByteBuffer buffer,
      @Advice.Enter int start,
      @Advice.Return Frame frame,
      @Advice.Thrown Throwable thrown) {
    if (thrown instanceof ProtocolException && start >= 0) {
      Connection connection = Recorder.of(session);
      if (connection.isKnown()) {
        connection.failed(
            FailureOrigin.PARSER, ((ProtocolException) thrown).getStatusCode(), thrown);
        connection.unparsable(Preview.head(buffer, start));
      }
      return;
    }
    if (frame == null || start == TOLD) {
      return;
    }
    Connection connection = Recorder.of(session);
    if (!connection.isKnown() && session instanceof WebSocketCoreSession) {
      WebSocketCoreSession core = (WebSocketCoreSession) session;
      if (core.getBehavior() != Behavior.SERVER) {
        return;
      }
      EndPoint endPoint = core.getConnection().getEndPoint();
      // else ConnectionLinked is missing in this version, and the request's record goes on
      if (!Recorder.of(endPoint).isKnown()) {
        Object inner = endPoint;
        List<Object> beneath = new ArrayList<Object>(4);
        while (inner instanceof EndPoint) {
          inner =
              inner instanceof EndPoint.Wrapper
                  ? ((EndPoint.Wrapper) inner).unwrap()
                  : ((EndPoint) inner).getTransport();
          beneath.add(inner);
        }
        // open before the agent came, unless it is a stream of an HTTP/2 connection
        if (!(inner instanceof Channel)) {
          return;
        }
        Recorder.openedBefore(
            endPoint,
            new Upgrade(
                    Jetty12Stack.LINE,
                    WebSocketCoreSession.class,
                    Role.SERVER,
                    core.getRequestURI().getPath(),
                    endPoint.isSecure(),
                    Headers.none())
                .between(endPoint.getLocalSocketAddress(), endPoint.getRemoteSocketAddress()));
        for (Object key : beneath) {
          Recorder.link(endPoint, key);
        }
      }
      Recorder.link(endPoint, core);
      connection = Recorder.of(core);
    }
    // the core session refuses it when these bytes are no longer at hand
    if (frame.getOpCode() == 0x8
        && !frame.isMasked()
        && ((WebSocketCoreSession) session).getBehavior() == Behavior.SERVER) {
      byte[] code = Preview.of(frame.getPayload(), 2);
      if (code.length == 2) {
        connection.unparsable(
            new byte[] {(byte) 0x88, (byte) frame.getPayloadLength(), code[0], code[1]});
        return;
      }
    }
    int rsv = ReservedBits.of(frame.isRsv1(), frame.isRsv2(), frame.isRsv3());
    boolean fin = rest > 0 ? (firstByte & 0x80) != 0 : frame.isFin();
    byte[] pong =
        frame.getOpCode() == 0xa && rest == 0
            ? Preview.unmasked(frame.getPayload(), PingPayload.MAX_LENGTH, frame.getMask())
            : null;
    connection.frameReceived(
        frame.getOpCode(), fin, rsv, (long) frame.getPayloadLength() + rest, pong);
    if (frame.getOpCode() < 0x8 && connection.previewBytes() > 0) {
      connection.previewReceived(
          Preview.unmasked(frame.getPayload(), connection.previewBytes(), frame.getMask()));
    }
  }
}
