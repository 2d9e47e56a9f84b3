// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.Buffers;

/** One guest: says back what it hears, and obeys a few words. */
final class ChatListener extends AbstractReceiveListener {
  private static final int MAX_MESSAGE = 64 * 1024;
  private static final int PUSH_SIZE = 1024;
  private static final int NAP_MILLIS = 4_000;
  private static final int FLOOD_FRAMES = 1024;
  private static final int FLOOD_SIZE = 16 * 1024;

  private final String name;

  ChatListener(String name) {
    this.name = name;
  }

  @Override
  protected long getMaxTextBufferSize() {
    return MAX_MESSAGE;
  }

  @Override
  protected long getMaxBinaryBufferSize() {
    return MAX_MESSAGE;
  }

  /** Undertow would log what a listener throws, and go on as if nothing had happened. */
  @Override
  public void handleEvent(WebSocketChannel channel) {
    try {
      super.handleEvent(channel);
    } catch (RuntimeException failure) {
      Log.line(name + " failed " + failure);
      drop(channel);
    }
  }

  @Override
  protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
    String text = message.getData();
    switch (text) {
      case "/kick":
        kick(channel);
        break;
      case "/quit":
        quit(channel);
        break;
      case "/drop":
        drop(channel);
        break;
      case "/throw":
        throw new IllegalStateException("no such room: 42");
      case "/push":
        push(channel);
        break;
      case "/push-deaf":
        channel.suspendReceives();
        push(channel);
        break;
      case "/flood":
        flood(channel);
        break;
      case "/fault":
        WebSockets.sendClose(1011, "storage is gone", channel, null);
        break;
      case "/exit":
        System.exit(0);
        break;
      case "/nap":
        Grace.nap(NAP_MILLIS);
        break;
      default:
        WebSockets.sendText(text, channel, null);
    }
  }

  @Override
  @SuppressWarnings("deprecation") // Undertow offers no other type
  protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
    org.xnio.Pooled<ByteBuffer[]> data = message.getData();
    ByteBuffer copy =
        ByteBuffer.wrap(Buffers.take(data.getResource(), 0, data.getResource().length));
    data.close();
    WebSockets.sendBinary(copy, channel, null);
  }

  @Override
  protected void onFullPongMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
    message.getData().close();
    Heartbeat.heard(channel);
  }

  private static void kick(WebSocketChannel channel) {
    WebSockets.sendClose(4001, "kicked by a moderator", channel, null);
  }

  /** Leaves it to Undertow what to tell the peer. */
  private static void quit(WebSocketChannel channel) {
    try {
      channel.sendClose();
    } catch (IOException failure) {
      Log.line("could not close: " + failure);
    }
  }

  private static void drop(WebSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException failure) {
      Log.line("could not close: " + failure);
    }
  }

  /** Does not wait for the guest to read. */
  private static void flood(WebSocketChannel channel) {
    for (int i = 0; i < FLOOD_FRAMES; i++) {
      WebSockets.sendBinary(ByteBuffer.allocate(FLOOD_SIZE), channel, null);
    }
  }

  private static void push(WebSocketChannel channel) {
    ByteBuffer news = ByteBuffer.allocate(PUSH_SIZE);
    WebSockets.sendBinary(
        news,
        channel,
        new WebSocketCallback<Void>() {
          @Override
          public void complete(WebSocketChannel to, Void context) {
            to.getIoThread().execute(() -> push(to));
          }

          @Override
          public void onError(WebSocketChannel to, Void context, Throwable failure) {
            Log.line("could not push: " + failure);
          }
        });
  }

  @Override
  protected void onCloseMessage(CloseMessage message, WebSocketChannel channel) {
    Log.line(name + " onCloseMessage " + message.getCode() + " " + message.getReason());
  }

  @Override
  protected void onError(WebSocketChannel channel, Throwable failure) {
    Log.line(name + " onError " + failure);
    super.onError(channel, failure);
  }
}
