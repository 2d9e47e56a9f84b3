// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.util.function.Consumer;

/** Seats each guest under the rules of the room. */
final class Reception implements WebSocketConnectionCallback {
  private final Consumer<WebSocketChannel> rules;

  Reception(Consumer<WebSocketChannel> rules) {
    this.rules = rules;
  }

  @Override
  public void onConnect(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    String name = exchange.getRequestURI();
    String subprotocol = channel.getSubProtocol();
    Log.line(name + " came in" + (subprotocol == null ? "" : ", speaks " + subprotocol));
    channel.getReceiveSetter().set(new ChatListener(name));
    channel.addCloseTask(closed -> Log.line(name + " is gone"));
    rules.accept(channel);
    channel.resumeReceives();
  }
}
