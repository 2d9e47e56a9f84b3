// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** XNIO's connection without a socket: bytes are handed over, and all work is done at once. */
final class MemoryTransport extends StreamConnection {
  private static final SocketAddress ADDRESS =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
  private static final XnioIoThread THREAD = new Inline(worker());

  private final MemoryConduit conduit = new MemoryConduit(THREAD);

  MemoryTransport() {
    super(THREAD);
    setSourceConduit(conduit);
    setSinkConduit(conduit);
  }

  /** To be read next. */
  void arrives(ByteBuffer bytes) {
    conduit.arrives(bytes);
  }

  @Override
  public SocketAddress getPeerAddress() {
    return ADDRESS;
  }

  @Override
  public SocketAddress getLocalAddress() {
    return ADDRESS;
  }

  private static XnioWorker worker() {
    try {
      return Xnio.getInstance().createWorker(OptionMap.EMPTY);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stands for an I/O thread, which it never becomes: tasks run on the thread that has them. */
  private static final class Inline extends XnioIoThread {
    private Inline(XnioWorker worker) {
      super(worker, 0);
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Key executeAfter(Runnable task, long time, TimeUnit unit) {
      return () -> true;
    }

    @Override
    public Key executeAtInterval(Runnable task, long time, TimeUnit unit) {
      return () -> true;
    }
  }
}
