// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * The version of a library, read from beside one of its classes: through the loader's own address
 * of the class file, so that nested jars and module loaders answer as well as files.
 *
 * <p>It reads files: not for the application's threads.
 */
public final class LibraryVersion implements Supplier<String> {
  private final WeakReference<ClassLoader> loader;
  private final boolean ofJdk;
  private final String classFile;
  private final List<String> artifacts;
  private final boolean merged;
  private volatile String found;

  /**
   * @param loader of the class, null for the bootstrap loader
   * @param internalName of the class, with slashes
   * @param artifacts Maven coordinates of the library, as far as known
   * @param merged whether it is a relocated copy, so that the manifest is somebody else's
   */
  LibraryVersion(ClassLoader loader, String internalName, List<String> artifacts, boolean merged) {
    this.loader = new WeakReference<ClassLoader>(loader);
    this.ofJdk = loader == null;
    this.classFile = internalName + ".class";
    this.artifacts = artifacts;
    this.merged = merged;
  }

  /** Empty where nothing tells it. */
  @Override
  public synchronized String get() {
    if (found == null) {
      try {
        found = ofJdk ? System.getProperty("java.version", "") : find();
      } catch (IOException | RuntimeException | LinkageError unreadable) {
        found = "";
      }
    }
    return found;
  }

  /** Whether {@link #get} answers without reading a file. */
  boolean isKnown() {
    return found != null;
  }

  private String find() throws IOException {
    ClassLoader source = loader.get();
    URL file = source == null ? null : source.getResource(classFile);
    if (file == null || !file.toString().endsWith(classFile)) {
      return "";
    }
    if (file.getProtocol().equals("jrt")) {
      return System.getProperty("java.version", "");
    }
    String address = file.toString();
    Root root = new Root(file, address.substring(0, address.length() - classFile.length()));
    for (String artifact : artifacts) {
      String version = fromArtifact(root, artifact);
      if (!version.isEmpty()) {
        return version;
      }
    }
    return merged ? "" : fromManifest(root);
  }

  private static String fromArtifact(Root root, String artifact) {
    int colon = artifact.indexOf(':');
    String group = artifact.substring(0, colon);
    String name = artifact.substring(colon + 1);
    String maven =
        root.properties("META-INF/maven/" + group + "/" + name + "/pom.properties")
            .getProperty("version", "");
    return maven.isEmpty()
        // one file for all artifacts of a project, which merging tools keep
        ? root.properties("META-INF/" + group + ".versions.properties")
            .getProperty(name + ".version", "")
        : maven;
  }

  /** An executable jar into which libraries were merged names the application's version. */
  private static String fromManifest(Root root) {
    Attributes manifest = root.manifest();
    if (manifest.getValue(Attributes.Name.MAIN_CLASS) != null) {
      return "";
    }
    String implementation = manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    String bundle = manifest.getValue("Bundle-Version");
    return implementation != null ? implementation.trim() : bundle == null ? "" : bundle.trim();
  }

  /** The jar or folder that holds the class. */
  private static final class Root {
    private final URL context;
    private final String address;

    private Root(URL context, String address) {
      this.context = context;
      this.address = address;
    }

    private Properties properties(String path) {
      Properties properties = new Properties();
      try (InputStream in = open(path)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException absent) {
        return new Properties();
      }
      return properties;
    }

    private Attributes manifest() {
      try (InputStream in = open("META-INF/MANIFEST.MF")) {
        return new Manifest(in).getMainAttributes();
      } catch (IOException absent) {
        return new Attributes();
      }
    }

    /** The context hands its protocol handler on, which may be the loader's own. */
    private InputStream open(String path) throws IOException {
      URLConnection connection = new URL(context, address + path).openConnection();
      // a cached jar would stay open, and locked on Windows, after the application let go of it
      connection.setUseCaches(false);
      return connection.getInputStream();
    }
  }
}
