// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.server.ServerEndpoint;

/** The room that is open to all. */
@ServerEndpoint(value = "/chat/{name}", subprotocols = "chat.v1")
public class Chat extends Guest {}
