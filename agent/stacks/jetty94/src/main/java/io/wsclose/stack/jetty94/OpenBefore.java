// SPDX-License-Identifier: Apache-2.0
package io.wsclose.stack.jetty94;

import io.wsclose.bootstrap.Headers;
import io.wsclose.bootstrap.PrivateField;
import io.wsclose.bootstrap.Recorder;
import io.wsclose.bootstrap.Role;
import io.wsclose.bootstrap.Upgrade;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.websocket.api.WebSocketBehavior;
import org.eclipse.jetty.websocket.api.WebSocketPolicy;
import org.eclipse.jetty.websocket.common.WebSocketSession;

/**
 * {@code AbstractWebSocketConnection#onFillable(ByteBuffer)}, for connections that were open before
 * the agent came: something is to be read, and who reads it is known.
 */
final class OpenBefore {
  private OpenBefore() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This AbstractConnection connection,
      @Advice.FieldValue("policy") WebSocketPolicy policy,
      @Advice.FieldValue("session") WebSocketSession session,
      @Advice.FieldValue("parser") Object parser) {
    EndPoint endPoint = connection.getEndPoint();
    if (Recorder.of(endPoint).isKnown()
        || session == null
        || policy.getBehavior() != WebSocketBehavior.SERVER) {
      return;
    }
    boolean secure = endPoint.getTransport() instanceof EndPoint;
    Object inner = endPoint;
    List<Object> beneath = new ArrayList<Object>(4);
    while (inner instanceof EndPoint) {
      inner =
          inner instanceof ProxyConnectionFactory.ProxyEndPoint
              ? PrivateField.read(inner, "_endp")
              : ((EndPoint) inner).getTransport();
      beneath.add(inner);
    }
    Recorder.openedBefore(
        endPoint,
        new Upgrade(
                Jetty94Stack.LINE,
                WebSocketSession.class,
                Role.SERVER,
                session.getRequestURI().getPath(),
                secure,
                Headers.none())
            .on(inner));
    Recorder.link(endPoint, connection);
    Recorder.link(endPoint, parser);
    for (Object key : beneath) {
      Recorder.link(endPoint, key);
    }
  }
}
