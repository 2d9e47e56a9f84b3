// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import io.wsclose.record.MainClass;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Finds the class that the JVM was started with, from the launcher's own properties. It may read a
 * manifest, so it is not for the application's threads.
 */
final class MainClassFinder {
  private static final String JAR = ".jar";

  private final Properties properties;
  private final ClassLoader loader;

  /**
   * @param loader finds the file of the main class
   */
  MainClassFinder(Properties properties, ClassLoader loader) {
    this.properties = properties;
    this.loader = loader;
  }

  /** With an empty name and place where they cannot be found. Does not throw. */
  MainClass find() {
    try {
      String ofModule = properties.getProperty("jdk.module.main.class", "");
      return ofModule.isEmpty() ? ofCommand() : ofName(ofModule);
    } catch (IOException | RuntimeException e) {
      return new MainClass("", "");
    }
  }

  /** {@code sun.java.command}: the main class or the path of a jar, then the arguments. */
  private MainClass ofCommand() throws IOException {
    String command = properties.getProperty("sun.java.command", "").trim();
    // a path may contain spaces
    for (int end = command.indexOf(JAR); end >= 0; end = command.indexOf(JAR, end + 1)) {
      File jar = new File(command.substring(0, end + JAR.length()));
      if (jar.isFile()) {
        return ofJar(jar);
      }
    }
    int space = command.indexOf(' ');
    return ofName(space < 0 ? command : command.substring(0, space));
  }

  private static MainClass ofJar(File jar) throws IOException {
    try (JarFile open = new JarFile(jar)) {
      Manifest manifest = open.getManifest();
      Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String name = attributes.getValue("Start-Class");
      if (name == null) {
        name = attributes.getValue(Attributes.Name.MAIN_CLASS);
      }
      return new MainClass(name == null ? "" : name.trim(), jar.toURI().toURL().toString());
    }
  }

  private MainClass ofName(String name) {
    String path = name.replace('.', '/') + ".class";
    URL file = loader.getResource(path);
    return new MainClass(name, file == null ? "" : placeOf(file.toString(), path));
  }

  /** {@code jar:file:/a.jar!/com/acme/Main.class} is in {@code file:/a.jar}. */
  private static String placeOf(String url, String path) {
    String place = url.substring(0, Math.max(0, url.length() - path.length()));
    return place.startsWith("jar:") && place.endsWith("!/")
        ? place.substring("jar:".length(), place.length() - "!/".length())
        : place;
  }
}
