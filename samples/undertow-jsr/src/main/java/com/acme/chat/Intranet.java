// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.server.ServerEndpoint;

/** The room for our own pages. */
@ServerEndpoint(value = "/intranet/{name}", subprotocols = "chat.v1")
public class Intranet extends Guest {}
