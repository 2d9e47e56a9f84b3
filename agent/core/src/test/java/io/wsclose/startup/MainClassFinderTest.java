// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.record.MainClass;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassFinderTest {
  private final Properties properties = new Properties();
  @TempDir private Path folder;

  @Test
  void readsTheManifestOfAJarWhosePathHasSpaces() throws IOException {
    Path jar = jar("my service.jar", "com.acme.Main", null);
    properties.setProperty("sun.java.command", jar + " --port 80");

    assertThat(find()).isEqualTo(new MainClass("com.acme.Main", jar.toFile().toURI().toString()));
  }

  @Test
  void prefersTheStartClassOfALauncher() throws IOException {
    Path jar = jar("chat.jar", "org.launcher.JarLauncher", "com.acme.Main");
    properties.setProperty("sun.java.command", jar.toString());

    assertThat(find()).isEqualTo(new MainClass("com.acme.Main", jar.toFile().toURI().toString()));
  }

  @Test
  void findsTheFolderOfAClassNamedOnTheCommandLine() {
    String name = getClass().getName();
    properties.setProperty("sun.java.command", name + " argument");
    String place = getClass().getProtectionDomain().getCodeSource().getLocation().toString();

    assertThat(find()).isEqualTo(new MainClass(name, place));
  }

  @Test
  void takesTheMainClassOfAModule() {
    properties.setProperty("jdk.module.main.class", "com.acme.Main");
    properties.setProperty("sun.java.command", "com.acme/com.acme.Main");

    assertThat(find()).isEqualTo(new MainClass("com.acme.Main", ""));
  }

  @Test
  void staysEmptyWhereTheJvmDoesNotSay() {
    assertThat(find()).isEqualTo(new MainClass("", ""));
  }

  private MainClass find() {
    return new MainClassFinder(properties, getClass().getClassLoader()).find();
  }

  private Path jar(String file, String mainClass, String startClass) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
    if (startClass != null) {
      attributes.putValue("Start-Class", startClass);
    }
    Path jar = folder.resolve(file);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream open = new JarOutputStream(out, manifest)) {
      open.finish();
    }
    return jar;
  }
}
