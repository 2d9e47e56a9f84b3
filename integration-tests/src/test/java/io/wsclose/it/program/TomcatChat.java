package io.wsclose.it.program;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpoint;
import java.io.File;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** An echo service on embedded Tomcat, for a child JVM. */
public final class TomcatChat {
  private TomcatChat() {}

  public static void main(String[] arguments) throws Exception {
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", base.getPath());
    context.addServletContainerInitializer(new WsSci(), null);
    context.addApplicationListener(Endpoints.class.getName());
    Tomcat.addServlet(context, "default", new DefaultServlet());
    context.addServletMappingDecoded("/", "default");
    tomcat.getConnector();
    tomcat.start();
    System.out.println("[app] listening on " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  /** Registers the endpoint. */
  public static final class Endpoints implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      Object container =
          event.getServletContext().getAttribute("jakarta.websocket.server.ServerContainer");
      try {
        ((ServerContainer) container).addEndpoint(Echo.class);
      } catch (DeploymentException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Says back what it hears. */
  @ServerEndpoint("/chat")
  public static final class Echo {
    @OnMessage
    public String hear(String text) {
      return text;
    }
  }
}
