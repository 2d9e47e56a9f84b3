// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyWriter;
import org.glassfish.tyrus.core.ProtocolHandler;
import org.glassfish.tyrus.core.Version;
import org.glassfish.tyrus.spi.WriterInfo;

/** Tyrus 2.2: its protocol handler, and its writer on a connection of Grizzly in memory. */
public final class TyrusWire implements Wire {
  @SuppressWarnings("deprecation") // what shall replace this constructor is not there yet
  private static final HttpServerFilter HTTP = new HttpServerFilter();

  private static final FilterChain CHAIN = FilterChainBuilder.stateless().add(HTTP).build();
  private static final WriterInfo NO_INFO = new WriterInfo(null, null);

  private final ProtocolHandler handler = Version.DRAFT17.createHandler(false, null);
  private final ByteBuffer incoming = ByteBuffer.wrap(SampleFrame.masked());
  private final byte[] payload = SampleFrame.payload();

  public TyrusWire() throws IOException {
    MemoryConnection connection = new MemoryConnection();
    FilterChainContext exchange = CHAIN.obtainFilterChainContext(connection, 0, 1, 0);
    Buffer request = Buffers.wrap(connection.getMemoryManager(), SampleFrame.request());
    exchange.setMessage(request);
    HTTP.handleRead(exchange);
    HttpContent content = exchange.getMessage();
    HttpResponsePacket response = ((HttpRequestPacket) content.getHttpHeader()).getResponse();
    response.setStatus(101);
    response.setHeader("Upgrade", "websocket");
    exchange.setMessage(response);
    HTTP.handleWrite(exchange);
    handler.setWriter(new GrizzlyWriter(connection));
  }

  @Override
  public Object receive() {
    incoming.position(0);
    return handler.unframe(incoming);
  }

  @Override
  public Object send() {
    return handler.send(payload, NO_INFO);
  }

  @Override
  public Object key() {
    return handler;
  }
}
