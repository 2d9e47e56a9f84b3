// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The releases of one stack line that its hooks are checked against, newest first, and the jars of
 * each. Read from the line's {@code releases.txt}:
 *
 * <pre>
 * title Netty
 * stack netty
 * jar all io.netty:netty-common:{}
 * jar native org.acme:native:{native}
 * release 4.2.20.Final native native=1.0
 * unsupported 4.0.56.Final
 * </pre>
 *
 * A release has the jars of {@code all} and of the sets that its line names. In a jar's version
 * {@code {}} is the release's version, any other name in braces a value of its line.
 */
record ReleaseList(String title, String line, List<Release> releases) {
  /** One release, with the Maven coordinates of its jars. */
  record Release(String version, boolean isSupported, List<String> jars) {
    @Override
    public String toString() {
      return version;
    }
  }

  static ReleaseList read(Path file) throws IOException {
    String title = "";
    String line = "";
    Map<String, List<String>> jars = new LinkedHashMap<>();
    List<Release> releases = new ArrayList<>();
    for (String text : Files.readAllLines(file)) {
      String[] words = text.strip().split("\\s+");
      switch (words[0]) {
        case "", "#" -> {}
        case "title" -> title = text.strip().substring("title ".length());
        case "stack" -> line = words[1];
        case "jar" -> jars.computeIfAbsent(words[1], set -> new ArrayList<>()).add(words[2]);
        case "release", "unsupported" -> releases.add(release(words, jars));
        default -> throw new IOException(file + ": " + text);
      }
    }
    return new ReleaseList(title, line, releases);
  }

  private static Release release(String[] words, Map<String, List<String>> jars)
      throws IOException {
    List<String> coordinates = new ArrayList<>(jars.get("all"));
    for (int i = 2; i < words.length; i++) {
      if (!words[i].contains("=")) {
        if (!jars.containsKey(words[i])) {
          throw new IOException("no jars are called " + words[i]);
        }
        coordinates.addAll(jars.get(words[i]));
      }
    }
    coordinates.replaceAll(jar -> jar.replace("{}", words[1]));
    for (int i = 2; i < words.length; i++) {
      String[] value = words[i].split("=");
      if (value.length == 2) {
        coordinates.replaceAll(jar -> jar.replace("{" + value[0] + "}", value[1]));
      }
    }
    return new Release(words[1], words[0].equals("release"), coordinates);
  }
}
