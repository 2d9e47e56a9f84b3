// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.internal.Parser;

/** Jetty 12.1: parser and flusher of the core, on an endpoint in memory. */
public final class JettyWire implements Wire {
  private static final JettyServer SERVER = JettyServer.start();

  private final WebSocketCoreSession session;
  private final WebSocketConnection connection;
  private final Parser parser;
  private final ByteBuffer incoming = ByteBuffer.wrap(SampleFrame.masked());
  private final byte[] payload = SampleFrame.payload();

  public JettyWire() throws IOException {
    session = SERVER.open(SampleFrame.request());
    connection = session.getConnection();
    parser = new Parser(SERVER.bufferPool(), session);
  }

  @Override
  public Object receive() {
    incoming.position(0);
    Frame.Parsed frame = parser.parse(incoming);
    frame.close();
    return frame;
  }

  @Override
  public Object send() {
    Frame frame = new Frame(OpCode.BINARY, ByteBuffer.wrap(payload));
    connection.enqueueFrame(new OutgoingEntry.Builder(frame, Callback.NOOP).build());
    return frame;
  }

  @Override
  public Object key() {
    return session;
  }
}
