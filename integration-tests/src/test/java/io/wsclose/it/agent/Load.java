// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import io.wsclose.testbed.peer.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens and ends connections as fast as the service answers, by a few threads on bare sockets. */
final class Load {
  private static final int AT_ONCE = 8;

  /** A local address has 28,000 ports for clients, and one that closes first keeps its a minute. */
  private static final int ADDRESSES = 32;

  private static final int PATIENCE_MILLIS = 60_000;
  private static final byte[] CLOSE = Frame.close(1000, "bye").encoded();

  private final int port;
  private final AtomicInteger next = new AtomicInteger();

  Load(int port) {
    this.port = port;
  }

  /** What one client does. */
  interface Guest {
    void play(Load load, int number) throws IOException;
  }

  /** Has so many guests come and go. */
  void play(int count, Guest guest) throws InterruptedException, ExecutionException {
    int last = next.get() + count;
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> players = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        players.add(threads.submit(() -> playTo(last, guest)));
      }
      for (Future<?> player : players) {
        player.get();
      }
    } finally {
      threads.shutdownNow();
    }
    next.set(last);
  }

  private Void playTo(int last, Guest guest) throws IOException {
    for (int number = next.getAndIncrement(); number < last; number = next.getAndIncrement()) {
      guest.play(this, number);
    }
    return null;
  }

  /** Opens a WebSocket and resets the connection. */
  void reset(int number) throws IOException {
    try (Socket socket = connect(number)) {
      request(socket, "/chat/reset", 1);
      socket.setSoLinger(true, 0);
    }
  }

  /** Opens a WebSocket and lets it go without a Close frame. */
  void breakOff(int number) throws IOException {
    try (Socket socket = connect(number)) {
      request(socket, "/chat/fin", 1);
      socket.shutdownOutput();
      readToEnd(socket);
    }
  }

  void closeCleanly(int number) throws IOException {
    try (Socket socket = connect(number)) {
      request(socket, "/chat/clean", 1);
      socket.getOutputStream().write(CLOSE);
      readToEnd(socket);
    }
  }

  void beRefused(int number) throws IOException {
    try (Socket socket = connect(number)) {
      request(socket, number % 2 == 0 ? "/nowhere" : "/members", 1);
      readToEnd(socket);
    }
  }

  /** Asks many times at once, before there is any answer, and leaves. */
  void pipeline(int number) throws IOException {
    try (Socket socket = connect(number)) {
      request(socket, number % 2 == 0 ? "/nowhere" : "/slow/pipelined", 8);
      socket.setSoLinger(true, 0);
    }
  }

  private Socket connect(int number) throws IOException {
    Socket socket = new Socket();
    byte[] address = {127, 0, 1, (byte) (1 + number % ADDRESSES)};
    socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    return socket;
  }

  private static void request(Socket socket, String path, int times) throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: chat.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    socket.getOutputStream().write(request.repeat(times).getBytes(StandardCharsets.US_ASCII));
    if (times == 1) {
      readAnswer(socket.getInputStream());
    }
  }

  /** To the empty line. */
  private static void readAnswer(InputStream in) throws IOException {
    byte[] buffer = new byte[1024];
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new IOException("no answer, only '" + answer + "'");
      }
      answer.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
    }
  }

  private static void readToEnd(Socket socket) throws IOException {
    byte[] buffer = new byte[1024];
    while (socket.getInputStream().read(buffer) >= 0) {
      // what still comes is of no interest
    }
  }
}
