package io.wsclose.it.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wsclose.it.service.Layout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second build, in another folder, yields the same bytes: users can check a release. */
class ReproducibleBuildIT {
  private static final List<String> SOURCES =
      List.of("pom.xml", "LICENSE", "NOTICE", ".mvn", "agent/pom.xml", "agent/src");

  @Test
  void secondBuildIsByteIdentical(@TempDir Path folder) throws Exception {
    Path maven = Path.of(System.getProperty("wsclose.maven", ""), "bin", "mvn");
    assumeTrue(Files.isExecutable(maven), "Maven is not at " + maven);
    for (String source : SOURCES) {
      copy(Layout.root().resolve(source), folder.resolve(source));
    }

    Path output = folder.resolve("build.txt");
    Process build =
        new ProcessBuilder(
                maven.toString(), "-o", "-q", "-B", "-f", "agent/pom.xml", "-DskipTests", "package")
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
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path source : paths.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(source, target);
        }
      }
    }
  }
}
