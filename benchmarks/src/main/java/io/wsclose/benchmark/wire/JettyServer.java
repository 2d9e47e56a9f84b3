// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** Jetty without a port: connections are opened, by its own handshake, on endpoints in memory. */
final class JettyServer {
  private final LocalConnector connector;
  private CoreSession opened;

  private JettyServer(Server server) {
    connector = new LocalConnector(server);
    server.addConnector(connector);
    WebSocketUpgradeHandler handler = new WebSocketUpgradeHandler();
    handler.addMapping(
        "/chat",
        WebSocketNegotiator.from(
            (request, response, callback) -> new Opening(),
            (endpoint, request, response) -> (FrameHandler) endpoint));
    server.setHandler(handler);
  }

  /** It is left running, so its threads are daemons. */
  static JettyServer start() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setDaemon(true);
    Server server = new Server(threads, new ScheduledExecutorScheduler("scheduler", true), null);
    JettyServer started = new JettyServer(server);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return started;
  }

  ByteBufferPool bufferPool() {
    return connector.getByteBufferPool();
  }

  WebSocketCoreSession open(byte[] request) throws IOException {
    opened = null;
    Discarding endPoint = new Discarding(connector.getScheduler());
    Connection http = connector.getDefaultConnectionFactory().newConnection(connector, endPoint);
    endPoint.setConnection(http);
    http.onOpen();
    endPoint.addInput(ByteBuffer.wrap(request));
    if (opened == null) {
      throw new IOException("no upgrade");
    }
    return (WebSocketCoreSession) opened;
  }

  /** Takes everything at once, and runs what is due on the calling thread. */
  private static final class Discarding extends ByteArrayEndPoint {
    private Discarding(Scheduler scheduler) {
      super(scheduler, 0);
    }

    @Override
    protected void execute(Runnable task) {
      task.run();
    }

    @Override
    public boolean flush(ByteBuffer... buffers) {
      for (ByteBuffer buffer : buffers) {
        buffer.position(buffer.limit());
      }
      return true;
    }
  }

  private final class Opening implements FrameHandler {
    @Override
    public void onOpen(CoreSession session, Callback callback) {
      opened = session;
      callback.succeeded();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
      callback.succeeded();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
      callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
      callback.succeeded();
    }
  }
}
