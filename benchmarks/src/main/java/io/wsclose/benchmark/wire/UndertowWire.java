// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import io.undertow.Handlers;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.websockets.core.StreamSinkFrameChannel;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketFrameType;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Undertow 2.4: the whole frame path of a {@code WebSocketChannel}, on a transport in memory. One
 * frame at a time is read to its end, or written and flushed.
 */
public final class UndertowWire implements Wire {
  private static final int BUFFER_BYTES = 1024;
  private static final ByteBufferPool POOL = new DefaultByteBufferPool(false, BUFFER_BYTES);

  private final MemoryTransport transport = new MemoryTransport();
  private final ByteBuffer incoming = ByteBuffer.wrap(SampleFrame.masked());
  private final ByteBuffer outgoing = ByteBuffer.wrap(SampleFrame.payload());
  private final ByteBuffer received = ByteBuffer.allocate(SampleFrame.PAYLOAD + 1);
  private WebSocketChannel channel;

  public UndertowWire() throws IOException {
    HttpOpenListener http = new HttpOpenListener(POOL);
    http.setRootHandler(Handlers.websocket((exchange, opened) -> channel = opened));
    transport.arrives(ByteBuffer.wrap(SampleFrame.request()));
    http.handleEvent(transport);
    if (channel == null) {
      throw new IOException("no upgrade");
    }
  }

  @Override
  public Object receive() throws IOException {
    incoming.position(0);
    received.clear();
    transport.arrives(incoming);
    StreamSourceFrameChannel frame = channel.receive();
    while (frame.read(received) != -1) {
      // to the end of the frame
    }
    return frame;
  }

  @Override
  public Object send() throws IOException {
    outgoing.position(0);
    StreamSinkFrameChannel frame = channel.send(WebSocketFrameType.BINARY);
    frame.write(outgoing);
    frame.shutdownWrites();
    frame.flush();
    return frame;
  }

  @Override
  public Object key() {
    return channel.getCloseSetter();
  }
}
