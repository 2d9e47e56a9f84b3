// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.util.Arrays;

/** Opens the rooms when the application starts. */
public final class Rooms implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
    try {
      for (Class<?> room :
          Arrays.asList(Chat.class, Lounge.class, Watch.class, Slow.class, Intranet.class)) {
        ((ServerContainer) container).addEndpoint(room);
      }
    } catch (DeploymentException e) {
      throw new IllegalStateException(e);
    }
  }
}
