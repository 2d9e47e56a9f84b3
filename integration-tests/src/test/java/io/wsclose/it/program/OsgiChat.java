// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/**
 * The chat service as a bundle in an OSGi framework, beside Netty's own bundles. The bundles are in
 * a system property, the chat service's last; so is what the framework delegates to the JVM.
 */
public final class OsgiChat {
  public static final String BUNDLES = "chat.bundles";
  public static final String DELEGATION = "chat.delegation";

  /** Whether classes that are not asked for by a bundle are delegated; true is Felix's default. */
  public static final String IMPLICIT = "felix.bootdelegation.implicit";

  private OsgiChat() {}

  public static void main(String[] arguments) throws Exception {
    Path storage = Files.createTempDirectory("osgi");
    Map<String, String> configuration = new HashMap<>();
    configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, "onFirstInit");
    configuration.put(IMPLICIT, System.getProperty(IMPLICIT));
    String delegation = System.getProperty(DELEGATION, "");
    if (!delegation.isEmpty()) {
      configuration.put(Constants.FRAMEWORK_BOOTDELEGATION, delegation);
    }
    Framework framework = new FrameworkFactory().newFramework(configuration);
    framework.start();
    Bundle chat = null;
    for (String jar : System.getProperty(BUNDLES).split(File.pathSeparator)) {
      chat = framework.getBundleContext().installBundle(new File(jar).toURI().toString());
    }
    Class<?> server = chat.loadClass("com.acme.chat.ChatServer");
    Thread.currentThread().setContextClassLoader(server.getClassLoader());
    server.getMethod("main", String[].class).invoke(null, (Object) arguments);
  }
}
