// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;
import org.xnio.conduits.WriteReadyHandler;

/** Both directions of a {@link MemoryTransport}: reads what arrived, takes all that is written. */
final class MemoryConduit implements StreamSourceConduit, StreamSinkConduit {
  private final XnioIoThread thread;
  private ByteBuffer arrived = ByteBuffer.allocate(0);

  MemoryConduit(XnioIoThread thread) {
    this.thread = thread;
  }

  void arrives(ByteBuffer bytes) {
    arrived = bytes;
  }

  @Override
  public int read(ByteBuffer target) {
    int count = arrived.remaining();
    target.put(arrived);
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    int count = source.remaining();
    source.position(source.limit());
    return count;
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    long count = 0;
    for (int i = offset; i < offset + length; i++) {
      count += write(sources[i]);
    }
    return count;
  }

  @Override
  public int writeFinal(ByteBuffer source) {
    return write(source);
  }

  @Override
  public long writeFinal(ByteBuffer[] sources, int offset, int length) {
    return write(sources, offset, length);
  }

  @Override
  public boolean flush() {
    return true;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(FileChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(StreamSourceChannel source, long count, ByteBuffer through) {
    throw new UnsupportedOperationException();
  }

  @Override
  public XnioWorker getWorker() {
    return thread.getWorker();
  }

  @Override
  public XnioIoThread getReadThread() {
    return thread;
  }

  @Override
  public XnioIoThread getWriteThread() {
    return thread;
  }

  // nobody waits for this transport: it is ready whenever it is used

  @Override
  public void setReadReadyHandler(ReadReadyHandler handler) {}

  @Override
  public void setWriteReadyHandler(WriteReadyHandler handler) {}

  @Override
  public void resumeReads() {}

  @Override
  public void suspendReads() {}

  @Override
  public void wakeupReads() {}

  @Override
  public void awaitReadable() {}

  @Override
  public void awaitReadable(long time, TimeUnit unit) {}

  @Override
  public void resumeWrites() {}

  @Override
  public void suspendWrites() {}

  @Override
  public void wakeupWrites() {}

  @Override
  public void awaitWritable() {}

  @Override
  public void awaitWritable(long time, TimeUnit unit) {}

  @Override
  public void terminateReads() {}

  @Override
  public void terminateWrites() {}

  @Override
  public void truncateWrites() {}

  @Override
  public boolean isReadShutdown() {
    return false;
  }

  @Override
  public boolean isReadResumed() {
    return false;
  }

  @Override
  public boolean isWriteShutdown() {
    return false;
  }

  @Override
  public boolean isWriteResumed() {
    return false;
  }
}
