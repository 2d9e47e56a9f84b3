// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which rooms there are: those of annotated classes, and those that few may enter. */
public final class Rooms implements ServerApplicationConfig {
  private static final int SLOW_MILLIS = 30_000;

  @Override
  public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> found) {
    Set<ServerEndpointConfig> rooms = new LinkedHashSet<>();
    rooms.add(room("slow", Doorman.whoTakes(SLOW_MILLIS)));
    rooms.add(room("intranet", Doorman.whoLetsIn("http://chat.example")));
    rooms.add(room("members", Doorman.whoAnswers(401)));
    rooms.add(room("staff", Doorman.whoAnswers(403)));
    rooms.add(room("broken", Doorman.whoAnswers(500)));
    rooms.add(room("cursed", Doorman.whoFaints()));
    return rooms;
  }

  private static ServerEndpointConfig room(String name, Doorman doorman) {
    return ServerEndpointConfig.Builder.create(Visitor.class, "/" + name + "/{guest}")
        .configurator(doorman)
        .build();
  }

  @Override
  public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> found) {
    return found;
  }
}
