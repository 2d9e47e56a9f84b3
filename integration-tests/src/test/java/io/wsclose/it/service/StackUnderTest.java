// SPDX-License-Identifier: Apache-2.0
package io.wsclose.it.service;

import io.wsclose.it.scenario.Expectation;
import io.wsclose.it.scenario.Scenarios;
import io.wsclose.testbed.jvm.JavaRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One version line of one WebSocket stack, and how to start the chat service on it. Immutable.
 *
 * @param name what the matrix calls it
 * @param stack the value expected for {@code websocket.stack}
 * @param version the value expected for {@code websocket.stack.version}
 * @param java the Java version that it runs on
 * @param mainClass of the chat service
 */
public record StackUnderTest(
    String name,
    String stack,
    String version,
    int java,
    List<Path> classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> impossible,
    Map<String, UnaryOperator<Expectation>> differences) {

  public StackUnderTest {
    requireScenarios(impossible.keySet());
    requireScenarios(differences.keySet());
  }

  /** A line on the Java that runs the tests. */
  public static StackUnderTest of(
      String name, String stack, String version, List<Path> classPath, String mainClass) {
    return new StackUnderTest(
        name,
        stack,
        version,
        JavaRuntime.current().version(),
        classPath,
        mainClass,
        List.of(),
        Map.of(),
        Map.of());
  }

  public StackUnderTest onJava(int other) {
    return new StackUnderTest(
        name + " Java " + other,
        stack,
        version,
        other,
        classPath,
        mainClass,
        arguments,
        impossible,
        differences);
  }

  /** With one more argument to the service. */
  public StackUnderTest argument(String argument) {
    List<String> more = new ArrayList<>(arguments);
    more.add(argument);
    return new StackUnderTest(
        name,
        stack,
        version,
        java,
        classPath,
        mainClass,
        List.copyOf(more),
        impossible,
        differences);
  }

  /** This scenario cannot happen on this line; the matrix shows why. */
  public StackUnderTest cannot(String scenario, String reason) {
    return new StackUnderTest(
        name,
        stack,
        version,
        java,
        classPath,
        mainClass,
        arguments,
        with(impossible, scenario, reason),
        differences);
  }

  /** This scenario has another outcome on this line. */
  public StackUnderTest differs(String scenario, UnaryOperator<Expectation> how) {
    return new StackUnderTest(
        name,
        stack,
        version,
        java,
        classPath,
        mainClass,
        arguments,
        impossible,
        with(differences, scenario, how));
  }

  public Optional<String> whyNot(String scenario) {
    return Optional.ofNullable(impossible.get(scenario));
  }

  public Expectation expectation(String scenario, Expectation usual) {
    return differences.getOrDefault(scenario, UnaryOperator.identity()).apply(usual);
  }

  /** A name that no scenario has would change nothing, and nobody would notice. */
  private static void requireScenarios(Set<String> names) {
    for (String name : names) {
      if (Scenarios.all().stream().noneMatch(scenario -> scenario.name().equals(name))) {
        throw new IllegalArgumentException("no such scenario: " + name);
      }
    }
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return Map.copyOf(more);
  }

  @Override
  public String toString() {
    return name;
  }
}
