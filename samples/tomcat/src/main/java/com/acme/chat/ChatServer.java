// SPDX-License-Identifier: Apache-2.0
package com.acme.chat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * A chat service over WebSockets. It prints {@code [app] listening on <port>} when it is ready, and
 * what it is told of each connection.
 *
 * <p>Arguments: {@code port=8080}, {@code idle=2000} and {@code heartbeat=500} in milliseconds,
 * {@code protocol=} the class name of another connector than the default one, {@code console} to
 * take {@code stop} (close the server, keep the JVM), {@code undeploy} (end the application, keep
 * the server) and {@code exit} from standard input.
 */
public final class ChatServer {
  private final Tomcat tomcat = new Tomcat();
  private final Context application;

  private ChatServer(Settings settings) throws IOException, LifecycleException {
    // a JVM has only one such factory, and the application may have it
    TomcatURLStreamHandlerFactory.disable();
    // idle limits are checked every second instead of every ten
    System.setProperty("org.apache.tomcat.websocket.DEFAULT_PROCESS_PERIOD", "1");
    Lounge.idleMillis = settings.number("idle", 2_000);
    Watch.beatMillis = settings.number("heartbeat", 500);
    File base = Files.createTempDirectory("chat").toFile();
    base.deleteOnExit();
    tomcat.setBaseDir(base.getPath());
    Connector connector =
        new Connector(settings.text("protocol", "org.apache.coyote.http11.Http11NioProtocol"));
    connector.setPort(settings.number("port", 8080));
    tomcat.setConnector(connector);
    application = tomcat.addContext("", base.getPath());
    application.setParentClassLoader(ChatServer.class.getClassLoader());
    application.addServletContainerInitializer(new WsSci(), null);
    application.addApplicationListener(Rooms.class.getName());
    addDoorman();
    Tomcat.addServlet(application, "default", new DefaultServlet()).addMapping("/");
    tomcat.start();
    Log.line("listening on " + connector.getLocalPort());
  }

  private void addDoorman() {
    FilterDef doorman = new FilterDef();
    doorman.setFilterName("doorman");
    doorman.setFilter(new Doorman());
    application.addFilterDef(doorman);
    FilterMap everywhere = new FilterMap();
    everywhere.setFilterName("doorman");
    everywhere.addURLPattern("/*");
    application.addFilterMap(everywhere);
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(arguments);
    ChatServer chat = new ChatServer(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(chat::stop, "stop-chat"));
    if (settings.has("console")) {
      chat.obeyConsole();
    }
  }

  private synchronized void stop() {
    if (tomcat.getServer().getState() == LifecycleState.DESTROYED) {
      return;
    }
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException failure) {
      Log.line("could not stop: " + failure);
    }
    Log.line("stopped");
  }

  private void undeploy() {
    tomcat.getHost().removeChild(application);
    Log.line("undeployed");
  }

  private void obeyConsole() throws IOException {
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
