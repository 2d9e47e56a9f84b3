// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what the agent adds to a frame, in time and in memory, on each stack.
 *
 * <p>Each line runs without the agent and with it in turn, in JVMs of their own, so that what else
 * the machine does meets both. Prints a table; fails if a frame allocates anything for the agent.
 *
 * <p>Arguments: how many rounds, and a regular expression for the lines.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException, IOException {
    int rounds = Integer.parseInt(arguments[0]);
    Pattern wanted = Pattern.compile(arguments[1]);
    Fork fork =
        new Fork(
            Path.of(System.getProperty("wsclose.jar")),
            Path.of(System.getProperty("wsclose.benchmark.output")));
    List<Comparison> table = new ArrayList<>();
    for (Line line : Line.all()) {
      if (wanted.matcher(line.name()).find()) {
        table.add(new Comparison(line));
      }
    }
    System.out.println(machine());
    for (int round = 0; round < rounds; round++) {
      for (Comparison row : table) {
        boolean first = round % 2 == 1;
        row.add(first, fork.run(row.line(), first));
        row.add(!first, fork.run(row.line(), !first));
      }
      System.out.printf("round %d of %d done%n", round + 1, rounds);
    }
    System.exit(print(table) ? 0 : 1);
  }

  private static boolean print(List<Comparison> table) {
    List<String> allocating = new ArrayList<>();
    System.out.println(machine());
    System.out.println(Comparison.head());
    for (Comparison row : table) {
      System.out.println(row);
      if (row.allocates()) {
        allocating.add(row.line().name());
      }
    }
    if (allocating.isEmpty()) {
      System.out.println("no line allocates for the agent");
    } else {
      System.out.println("allocates for the agent: " + allocating);
    }
    return allocating.isEmpty();
  }

  private static String machine() {
    return String.format(
        "Java %s, %d processors, load %.1f",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
