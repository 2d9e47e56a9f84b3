// SPDX-License-Identifier: Apache-2.0
package io.wsclose.testbed.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to run in a child JVM: a command line in the making. */
public final class Program {
  private final JavaRuntime runtime;
  private final List<String> launcher = new ArrayList<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private final List<String> main = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private Program(JavaRuntime runtime) {
    this.runtime = runtime;
  }

  public static Program on(JavaRuntime runtime) {
    return new Program(runtime);
  }

  public Program agent(Path jar) {
    return option("-javaagent:" + jar);
  }

  public Program agent(Path jar, String arguments) {
    return option("-javaagent:" + jar + (arguments.isEmpty() ? "" : "=" + arguments));
  }

  public Program property(String key, String value) {
    return option("-D" + key + "=" + value);
  }

  public Program option(String option) {
    jvmOptions.add(option);
    return this;
  }

  public Program classPath(List<Path> entries) {
    classPath.addAll(entries);
    return this;
  }

  /** Words before the command, of a program that then becomes the JVM. */
  public Program launcher(List<String> words) {
    launcher.addAll(words);
    return this;
  }

  public Program environment(String key, String value) {
    environment.put(key, value);
    return this;
  }

  public Program main(String mainClass, String... arguments) {
    main.clear();
    main.add(mainClass);
    main.addAll(List.of(arguments));
    return this;
  }

  public ChildJvm start() throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add(runtime.java().toString());
    command.addAll(jvmOptions);
    if (!classPath.isEmpty()) {
      command.add("-cp");
      command.add(
          classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
    command.addAll(main);
    ProcessBuilder builder = new ProcessBuilder(command);
    // what the surrounding shell has set for Java or OpenTelemetry must not decide a test
    builder
        .environment()
        .keySet()
        .removeIf(
            key ->
                key.startsWith("OTEL_")
                    || key.startsWith("WSCLOSE_")
                    || key.equals("JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start());
  }
}
