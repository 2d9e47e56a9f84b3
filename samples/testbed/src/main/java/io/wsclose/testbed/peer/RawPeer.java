// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.peer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The other end of a WebSocket, on a bare socket: it does what it is told, whether RFC 6455 allows
 * it or not, and nothing by itself. It does not even answer a Close or a ping.
 *
 * <p>Reads wait for the other side, at most {@link #PATIENCE}.
 */
public final class RawPeer implements AutoCloseable {
  /** So long that only a fault reaches it. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final DataInputStream in;

  private RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** Connects on the loopback interface; sends nothing yet. */
  public static RawPeer connect(int port) {
    return connect(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * The same from an address of its own, as clients have.
   *
   * @param from one of 127.0.0.0/8, which Linux takes without being configured
   */
  public static RawPeer connect(InetAddress from, int port) {
    return connect(from, port, 0);
  }

  /**
   * The same with a receive buffer of this size, so that what is not read soon stops the other
   * side.
   *
   * @param receiveBuffer bytes, or 0 for the system's default
   */
  public static RawPeer connect(InetAddress from, int port, int receiveBuffer) {
    return connect(
        from, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), receiveBuffer);
  }

  /** Connects from this address of this machine to another machine, or to this one. */
  public static RawPeer connect(InetAddress from, InetSocketAddress to) {
    return connect(from, to, 0);
  }

  private static RawPeer connect(InetAddress from, InetSocketAddress to, int receiveBuffer) {
    try {
      Socket socket = new Socket();
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(to, (int) PATIENCE.toMillis());
      return new RawPeer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects and opens a WebSocket. */
  public static RawPeer open(int port, Opening opening) {
    return open(InetAddress.getLoopbackAddress(), port, opening);
  }

  public static RawPeer open(InetAddress from, int port, Opening opening) {
    RawPeer peer = connect(from, port);
    Answer answer = peer.request(opening);
    if (!answer.isUpgrade()) {
      peer.close();
      throw new IllegalStateException("not opened: " + answer);
    }
    return peer;
  }

  /** The address of this end, which the other side sees as {@code network.peer.address}. */
  public String localAddress() {
    return socket.getLocalAddress().getHostAddress();
  }

  /** The port of this end, which the other side sees as {@code network.peer.port}. */
  public int localPort() {
    return socket.getLocalPort();
  }

  /** Sends the opening handshake and reads the answer to it. */
  public Answer request(Opening opening) {
    send(opening);
    return answer();
  }

  /** Sends the opening handshake and leaves the answer unread. */
  public RawPeer send(Opening opening) {
    return sendBytes(opening.encoded());
  }

  /** Sends them in one write, so that the other side can read all before it answers one. */
  public RawPeer pipeline(List<Opening> openings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Opening opening : openings) {
      bytes.writeBytes(opening.encoded());
    }
    return sendBytes(bytes.toByteArray());
  }

  public Answer answer() {
    try {
      return Answer.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, whose body of a declared length is read and dropped. */
  public Answer answerWithBody() {
    Answer answer = answer();
    try {
      in.skipNBytes(answer.header("Content-Length").map(Long::parseLong).orElse(0L));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RawPeer send(Frame frame) {
    return sendBytes(frame.encoded());
  }

  public RawPeer sendText(String text) {
    return send(Frame.text(text));
  }

  public RawPeer sendBytes(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next frame, whatever it is. */
  public Frame receive() {
    try {
      return Frame.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next frame of this kind, those before it are skipped. */
  public Frame receive(int opcode) {
    Frame frame = receive();
    while (frame.opcode() != opcode) {
      frame = receive();
    }
    return frame;
  }

  /** Sends the text and waits until it came back, so that the other side has read all before it. */
  public RawPeer echo(String text) {
    sendText(text);
    Frame answer = receive(Frame.TEXT);
    if (!answer.text().equals(text)) {
      throw new IllegalStateException("sent '" + text + "', received '" + answer.text() + "'");
    }
    return this;
  }

  /** Waits for a Close frame and echoes its status code, as RFC 6455 section 5.5.1 asks. */
  public Frame answerClose() {
    Frame close = receive(Frame.CLOSE);
    send(answerTo(close));
    return close;
  }

  /** Waits until something has arrived that is not read. */
  public RawPeer awaitUnread() {
    try {
      in.mark(1);
      if (in.read() < 0) {
        throw new EOFException("the other side has closed");
      }
      in.reset();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does as a browser: answers the Close frame, if one comes, and waits for the end. */
  public Optional<Frame> answerToEnd() {
    Optional<Frame> close = readToClose();
    try {
      if (close.isPresent()) {
        socket.getOutputStream().write(answerTo(close.get()).encoded());
      }
      readToEnd();
    } catch (IOException e) {
      // the other side did not wait for the answer
    }
    return close;
  }

  private static Frame answerTo(Frame close) {
    return close.payload().length < 2 ? Frame.emptyClose() : Frame.close(close.code(), "");
  }

  /** Reads on to the end of the connection; the first Close frame on the way, if any. */
  public Optional<Frame> readToEnd() {
    Optional<Frame> close = readToClose();
    if (close.isPresent()) {
      awaitEnd();
    }
    return close;
  }

  private Optional<Frame> readToClose() {
    try {
      Frame frame = Frame.read(in);
      while (frame.opcode() != Frame.CLOSE) {
        frame = Frame.read(in);
      }
      return Optional.of(frame);
    } catch (EOFException | SocketException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the connection and tells how it came. */
  public SocketEnd awaitEnd() {
    try {
      while (in.read() >= 0) {
        // what still comes is of no interest
      }
      return SocketEnd.FIN;
    } catch (SocketException e) {
      return SocketEnd.RESET;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends FIN and can still read. */
  public RawPeer halfClose() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends RST: a socket that lingers for no time drops what it has and resets. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends FIN, or RST where something was left unread. No Close frame. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
