// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Jars in the local Maven repository of this build. Those that are not there are brought by Maven
 * itself, so that mirrors, proxies and {@code --offline} are the build's.
 */
final class MavenJars {
  private static final long MINUTES = 20;

  private final Path repository = Path.of(System.getProperty("wsclose.repository"));
  private final Path work;

  /**
   * @param work a folder for Maven's own files
   */
  MavenJars(Path work) {
    this.work = work;
  }

  Path file(String coordinates) {
    String[] parts = coordinates.split(":");
    return repository
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + ".jar");
  }

  /** Those that are neither there nor could be brought. */
  Set<String> bring(Collection<String> coordinates) throws IOException, InterruptedException {
    Set<String> missing = missing(coordinates);
    if (!missing.isEmpty()) {
      runMaven(missing);
      missing = missing(coordinates);
    }
    return missing;
  }

  private Set<String> missing(Collection<String> coordinates) {
    Set<String> missing = new LinkedHashSet<>(coordinates);
    missing.removeIf(jar -> Files.exists(file(jar)));
    return missing;
  }

  private void runMaven(Set<String> jars) throws IOException, InterruptedException {
    Files.createDirectories(work);
    Path pom = work.resolve("pom.xml");
    Files.writeString(pom, pom(jars));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("wsclose.maven"), "bin", "mvn").toString());
    command.addAll(List.of("-q", "-B", "-f", pom.toString()));
    command.add("-Dmaven.repo.local=" + repository);
    if (System.getProperty("wsclose.maven.settings").equals("offline=true")) {
      command.add("-o");
    }
    command.add("process-resources");
    Process maven =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("maven.log").toFile())
            .start();
    if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
      maven.destroyForcibly();
    }
  }

  private String pom(Set<String> jars) {
    StringBuilder pom =
        new StringBuilder(
            "<project><modelVersion>4.0.0</modelVersion><groupId>io.wsclose</groupId>"
                + "<artifactId>releases</artifactId><version>1</version><packaging>pom</packaging>"
                + "<build><plugins><plugin><artifactId>maven-dependency-plugin</artifactId>"
                + "<version>"
                + System.getProperty("wsclose.maven.dependency-plugin")
                + "</version><executions><execution><phase>process-resources</phase>"
                + "<goals><goal>copy</goal></goals><configuration><outputDirectory>"
                + work.resolve("copies")
                + "</outputDirectory><artifactItems>\n");
    for (String jar : jars) {
      String[] parts = jar.split(":");
      pom.append("<artifactItem><groupId>").append(parts[0]);
      pom.append("</groupId><artifactId>").append(parts[1]);
      pom.append("</artifactId><version>").append(parts[2]).append("</version></artifactItem>\n");
    }
    return pom.append(
            "</artifactItems></configuration></execution></executions></plugin></plugins></build>"
                + "</project>\n")
        .toString();
  }
}
