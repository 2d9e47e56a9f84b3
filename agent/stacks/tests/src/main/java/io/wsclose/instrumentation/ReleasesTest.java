// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wsclose.instrumentation.ReleaseList.Release;
import io.wsclose.stack.WebSocketStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Weaves the hooks of a stack line into real releases of the stack, from the oldest to the newest,
 * and has the JVM verify the classes: what a release has otherwise shows here and not in an
 * application. {@code docs/releases.md} shows the outcome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasesTest {
  private final Path line = Path.of(System.getProperty("wsclose.line"));
  private final Path documentation =
      Path.of(System.getProperty("wsclose.root"), "docs", "releases.md");
  private final List<WebSocketStack> stacks =
      Stacks.load(getClass().getClassLoader(), console -> {});
  private final Map<Release, ReleaseHooks> outcome = new LinkedHashMap<>();
  private ReleaseList list;

  @BeforeAll
  void weaveAll() throws Exception {
    Path file = line.resolve("releases.txt");
    if (stacks.stream().allMatch(WebSocketStack::isCarrier)) {
      assumeThat(file).as("releases of the JDK, or of advice for another line").exists();
    }
    list = ReleaseList.read(file);
    MavenJars maven = new MavenJars(line.resolve("target/releases"));
    Set<String> jars = new LinkedHashSet<>();
    list.releases().forEach(release -> jars.addAll(release.jars()));
    assumeThat(maven.bring(jars)).as("jars that Maven cannot bring").isEmpty();
    Weaver weaver = new Weaver(getClass().getClassLoader());
    for (Release release : list.releases()) {
      List<Path> files = release.jars().stream().map(maven::file).toList();
      try (ReleaseLoader loader = new ReleaseLoader(files, new HookIndex(stacks), weaver)) {
        loader.loadAll();
        outcome.put(release, new ReleaseHooks(stacks.get(0), loader));
      }
    }
  }

  @Test
  void atLeastEightReleasesAreSupported() {
    assertThat(list.releases()).filteredOn(Release::isSupported).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void everyHookFitsEverySupportedRelease() {
    Map<String, List<String>> misfits = new LinkedHashMap<>();
    outcome.forEach(
        (release, hooks) -> {
          if (release.isSupported() && !hooks.misfits().isEmpty()) {
            misfits.put(release.version(), hooks.misfits());
          }
        });

    assertThat(misfits).isEmpty();
  }

  @Test
  void everyHookFitsSomeSupportedRelease() {
    List<String> lackedByAll = new ArrayList<>(ReleaseHooks.inFull(stacks.get(0).hooks()));
    outcome.forEach(
        (release, hooks) -> {
          if (release.isSupported()) {
            lackedByAll.removeAll(ReleaseHooks.inFull(hooks.bound()));
          }
        });

    assertThat(lackedByAll).isEmpty();
  }

  @Test
  void documentationShowsTheOutcome() throws IOException {
    String section = section();
    Path target = Files.createDirectories(line.resolve("target")).resolve("releases.md");
    Files.writeString(target, section);

    assertThat(Files.readString(documentation))
        .as("%s, whose section %s has to be that of %s", documentation, list.title(), target)
        .contains(section);
  }

  private String section() {
    StringBuilder section = new StringBuilder("## " + list.title() + "\n\n");
    section.append("| release | hooks | does not have |\n|---|---|---|\n");
    outcome.forEach(
        (release, hooks) ->
            section
                .append("| ")
                .append(release.version())
                .append(release.isSupported() ? "" : " (not supported)")
                .append(" | ")
                .append(hooks.bound().size())
                .append(" | ")
                .append(
                    hooks.lacking().stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ")))
                .append(" |\n"));
    return section.toString();
  }
}
