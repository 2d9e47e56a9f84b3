// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.it.service.Layout;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever receives the jar also receives the licenses of everything in it. */
class BundledLicensesIT {
  private static final String ZONE = "inst/";
  private static final List<String> OURS = List.of("io/wsclose/", "META-INF/");

  private static JarFile jar;
  private static List<Component> components;

  @BeforeAll
  static void read() throws IOException {
    jar = new JarFile(Layout.agent().toFile());
    components = Component.in(jar);
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void everyBundledClassBelongsToAComponent() {
    List<String> unknown =
        bundled().stream().filter(path -> component(path).isEmpty()).limit(10).toList();

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyComponentIsBundled() {
    TreeSet<String> present =
        bundled().stream()
            .flatMap(path -> component(path).stream())
            .map(Component::prefix)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(present)
        .containsExactlyInAnyOrderElementsOf(components.stream().map(Component::prefix).toList());
  }

  @Test
  void everyLicenseTextIsInTheJar() throws IOException {
    for (Component component : components) {
      ZipEntry text = jar.getEntry("META-INF/" + component.text());

      assertThat(text).as("license of " + component.name()).isNotNull();
      assertThat(jar.getInputStream(text).readAllBytes()).hasSizeGreaterThan(1_000);
    }
    assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
  }

  /** Data that OkHttp needs for cookies alone, and the only part under a reciprocal license. */
  @Test
  void publicSuffixListIsNotBundled() {
    assertThat(bundled()).noneMatch(path -> path.endsWith(".list"));
  }

  private static List<String> bundled() {
    return jar.stream()
        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(ZONE))
        .map(entry -> entry.getName().substring(ZONE.length()))
        .filter(path -> OURS.stream().noneMatch(path::startsWith))
        .toList();
  }

  /** The row with the longest prefix that fits. */
  private static Optional<Component> component(String path) {
    return components.stream()
        .filter(component -> path.startsWith(component.prefix()))
        .max(Comparator.comparingInt(component -> component.prefix().length()));
  }
}
