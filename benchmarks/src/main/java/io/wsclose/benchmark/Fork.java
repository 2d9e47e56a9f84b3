// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import io.wsclose.benchmark.wire.Recorded;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs a line once, in a JVM of its own. */
final class Fork {
  private static final int WARM_UP = 6;
  private static final int MEASURED = 9;

  /** Of JMH's profiler: bytes an operation of JMH, which is a batch of ours. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Path agent;
  private final Path output;
  private int count;

  /**
   * @param output a directory for what JMH says, one file a fork
   */
  Fork(Path agent, Path output) {
    this.agent = agent;
    this.output = output;
  }

  Sample run(Line line, boolean withAgent) throws RunnerException, IOException {
    Files.createDirectories(output);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(line.benchmark().getName() + "\\." + line.method() + "$")
            .forks(1)
            .mode(Mode.SingleShotTime)
            .warmupIterations(WARM_UP)
            .warmupBatchSize(line.batch())
            .measurementIterations(MEASURED)
            .measurementBatchSize(line.batch())
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .output(output.resolve(String.format("%04d.txt", count++)).toString())
            .jvmArgsAppend(arguments(withAgent));
    if (line.connections() != Line.NO_CONNECTIONS) {
      options.param("connections", Integer.toString(line.connections()));
    }
    RunResult result = quietly(new Runner(options.build()));
    double batch = result.getSecondaryResults().get(ALLOCATED).getScore();
    return new Sample(nanos(result), batch / line.batch());
  }

  /** JMH passes on what a fork says; the agent's lines would hide the table. */
  private RunResult quietly(Runner runner) throws RunnerException, IOException {
    PrintStream console = System.err;
    Path file = output.resolve("stderr.txt");
    try (OutputStream stderr =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      System.setErr(new PrintStream(stderr, true));
      return runner.run().iterator().next();
    } finally {
      System.setErr(console);
    }
  }

  /**
   * Batches of frames, and compilers that are waited for: how far a JVM has warmed up must not
   * depend on what else the machine does. The end of the JVM is not measured, so it is quiet.
   */
  private String[] arguments(boolean withAgent) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "-Xbatch"));
    arguments.add("-Dotel.traces.exporter=none");
    arguments.add("-Dorg.jboss.logging.provider=slf4j");
    arguments.add("-D" + Recorded.EXPECTED + "=" + withAgent);
    if (withAgent) {
      arguments.add("-javaagent:" + agent + "=log=none");
    }
    return arguments.toArray(String[]::new);
  }

  /** The fastest iteration: what else the machine does only ever adds. */
  private static double nanos(RunResult result) {
    return result.getAggregatedResult().getIterationResults().stream()
        .mapToDouble(iteration -> counter(iteration, "cpuNanos") / counter(iteration, "operations"))
        .min()
        .orElseThrow();
  }

  private static double counter(IterationResult iteration, String name) {
    return iteration.getSecondaryResults().get(name).getScore();
  }
}
