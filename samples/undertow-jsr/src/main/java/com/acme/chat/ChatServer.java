// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A chat service over WebSockets. It prints {@code [app] listening on <port>} when it is ready, and
 * what it is told of each connection.
 *
 * <p>Arguments: {@code port=8080}, {@code idle=2000} and {@code heartbeat=500} in milliseconds,
 * {@code console} to take {@code stop} (close the server, keep the JVM), {@code undeploy} (end the
 * application, keep the server) and {@code exit} from standard input.
 */
public final class ChatServer {
  private final DeploymentManager application;
  private final Undertow server;

  private ChatServer(Settings settings) throws ServletException {
    Lounge.idleMillis = settings.number("idle", 2_000);
    Watch.beatMillis = settings.number("heartbeat", 500);
    application = Servlets.newContainer().addDeployment(describe());
    application.deploy();
    server =
        Undertow.builder()
            .addHttpListener(settings.number("port", 8080), "0.0.0.0")
            .setIoThreads(2)
            .setWorkerThreads(4)
            .setHandler(application.start())
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    Log.line("listening on " + address.getPort());
  }

  private static DeploymentInfo describe() {
    WebSocketDeploymentInfo endpoints =
        new WebSocketDeploymentInfo()
            .addEndpoint(Chat.class)
            .addEndpoint(Lounge.class)
            .addEndpoint(Watch.class)
            .addEndpoint(Slow.class)
            .addEndpoint(Intranet.class);
    return Servlets.deployment()
        .setClassLoader(ChatServer.class.getClassLoader())
        .setContextPath("/")
        .setDeploymentName("chat")
        .addFilter(
            Servlets.filter(
                "doorman", Doorman.class, new ImmediateInstanceFactory<Filter>(new Doorman())))
        .addFilterUrlMapping("doorman", "/*", DispatcherType.REQUEST)
        .addServletContextAttribute(WebSocketDeploymentInfo.ATTRIBUTE_NAME, endpoints);
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(arguments);
    ChatServer chat = new ChatServer(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(chat::stop, "stop-chat"));
    if (settings.has("console")) {
      chat.obeyConsole();
    }
  }

  private void stop() {
    server.stop();
    Log.line("stopped");
  }

  private void undeploy() throws ServletException {
    application.stop();
    application.undeploy();
    Log.line("undeployed");
  }

  private void obeyConsole() throws IOException, ServletException {
    BufferedReader console =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      if (line.equals("stop")) {
        stop();
      } else if (line.equals("undeploy")) {
        undeploy();
      } else if (line.equals("exit")) {
        break;
      }
    }
    System.exit(0);
  }
}
