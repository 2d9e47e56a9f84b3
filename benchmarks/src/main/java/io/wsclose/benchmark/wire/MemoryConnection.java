// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;

/** Grizzly's connection, on a channel that is never connected: all that is written has left. */
final class MemoryConnection extends TCPNIOConnection {
  private static final SocketAddress ADDRESS =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
  private static final TCPNIOTransport TRANSPORT = TCPNIOTransportBuilder.newInstance().build();
  private static final SocketChannel CHANNEL = channel();

  MemoryConnection() {
    super(TRANSPORT, CHANNEL);
  }

  @Override
  public <M> void write(M message, CompletionHandler<WriteResult<M, SocketAddress>> handler) {
    handler.completed(null);
  }

  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public SocketAddress getPeerAddress() {
    return ADDRESS;
  }

  @Override
  public SocketAddress getLocalAddress() {
    return ADDRESS;
  }

  private static SocketChannel channel() {
    try {
      return SocketChannel.open();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
