// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.server.ServerEndpoint;

/** The room whose door takes its time. */
@ServerEndpoint(value = "/slow/{name}", subprotocols = "chat.v1")
public class Slow extends Guest {}
