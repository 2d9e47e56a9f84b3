// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The chat service as module systems want to have it. */
final class ModuleLayouts {
  static final String NAME = "com.acme.chat";

  private ModuleLayouts() {}

  /** An OSGi bundle of this jar; Netty's packages come from Netty's own bundles. */
  static Path bundle(Path jar, Path bundle) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", NAME);
    attributes.putValue("Bundle-Version", "1.0.0");
    attributes.putValue("DynamicImport-Package", "io.netty.*");
    try (JarFile in = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(bundle);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (JarEntry entry : Collections.list(in.entries())) {
        if (entry.getName().endsWith(".class")) {
          out.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream bytes = in.getInputStream(entry)) {
            bytes.transferTo(out);
          }
        }
      }
    }
    return bundle;
  }

  /** A tree of JBoss Modules with one module, which has these jars; the tree's root. */
  static Path modules(List<Path> jars, Path root) throws IOException {
    Path module = root.resolve(NAME.replace('.', '/')).resolve("main");
    Files.createDirectories(module);
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<module xmlns=\"urn:jboss:module:1.9\" name=\"").append(NAME).append("\">\n");
    xml.append("  <main-class name=\"com.acme.chat.ChatServer\"/>\n  <resources>\n");
    for (Path jar : jars) {
      Files.copy(jar, module.resolve(jar.getFileName()));
      xml.append("    <resource-root path=\"").append(jar.getFileName()).append("\"/>\n");
    }
    xml.append("  </resources>\n  <dependencies>\n");
    xml.append("    <module name=\"java.se\"/>\n    <module name=\"jdk.unsupported\"/>\n");
    xml.append("  </dependencies>\n</module>\n");
    Files.writeString(module.resolve("module.xml"), xml);
    return root;
  }
}
