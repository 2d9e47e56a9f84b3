// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.NettyWire;
import io.wsclose.benchmark.wire.Recorded;
import io.wsclose.benchmark.wire.Wire;
import io.wsclose.bootstrap.Connection;
import io.wsclose.bootstrap.Recorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Calls of the JDK's socket channels over loopback, which pay for the hook beneath all stacks: also
 * where they carry no WebSocket.
 */
@State(Scope.Thread)
public class SocketCalls {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ByteBuffer one = ByteBuffer.allocateDirect(1);
  private SocketChannel near;
  private SocketChannel far;

  @Setup
  public void connect() throws IOException {
    // sockets are left alone until the first class of a stack is loaded
    Wire stack = new NettyWire();
    if (Recorded.IS_ON) {
      awaitHook(stack.key());
    }
    open();
    near.configureBlocking(false);
  }

  @TearDown
  public void close() throws IOException {
    near.close();
    far.close();
  }

  /** Nothing is there to be read: hardly more than the system call. */
  @Benchmark
  public int readNothing(ThreadTime time) throws IOException {
    time.operations++;
    one.clear();
    return near.read(one);
  }

  /** One byte is written and read again: two calls that do something. */
  @Benchmark
  public int writeAndRead(ThreadTime time) throws IOException {
    time.operations++;
    one.clear();
    near.write(one);
    one.clear();
    return far.read(one);
  }

  private void open() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      near = SocketChannel.open(server.getLocalAddress());
      far = server.accept();
    }
  }

  /** A hook that is in takes a sequence number for the end of stream. */
  private void awaitHook(Object known) throws IOException {
    Connection connection = Recorder.of(known);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      open();
      Recorder.link(known, near);
      int before = sequence(connection);
      far.close();
      one.clear();
      int count = near.read(one);
      int after = sequence(connection);
      near.close();
      if (count == -1 && after == before + 2) {
        return;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the hook on socket channels is not in");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static int sequence(Connection connection) {
    connection.frameReceived(0x2, true, 0, 0);
    return connection.received().sequence(0);
  }
}
