// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wsclose.it.service.Layout;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second build, in another folder, yields the same bytes: users can check a release. */
class ReproducibleBuildIT {
  /** What a build or Git leaves in the tree. */
  private static final Set<String> NOT_SOURCES = Set.of("target", ".git");

  @Test
  void secondBuildIsByteIdentical(@TempDir Path folder) throws Exception {
    Path maven = Path.of(System.getProperty("wsclose.maven", ""), "bin", "mvn");
    assumeTrue(Files.isExecutable(maven), "Maven is not at " + maven);
    copy(Layout.root(), folder);

    Path output = folder.resolve("build.txt");
    Process build =
        new ProcessBuilder(
                maven.toString(), "-o", "-q", "-B", "-pl", "agent", "-am", "-DskipTests", "package")
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(build.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(build.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      build.destroyForcibly();
    }

    assertThat(Files.mismatch(folder.resolve("agent/target/wsclose.jar"), Layout.agent()))
        .as("first differing byte")
        .isEqualTo(-1);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_SOURCES.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
