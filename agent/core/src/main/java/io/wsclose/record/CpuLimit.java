// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;

/**
 * How long the kernel has held this container back because it had used up its CPU time: {@code
 * throttled_usec} of cgroup v2, {@code throttled_time} in nanoseconds of v1.
 */
final class CpuLimit {
  private static final String[] FILES = {
    "/sys/fs/cgroup/cpu.stat", "/sys/fs/cgroup/cpu/cpu.stat", "/sys/fs/cgroup/cpu,cpuacct/cpu.stat"
  };

  private final Path file = find();

  private static Path find() {
    for (String name : FILES) {
      try {
        Path path = Paths.get(name);
        if (Files.isReadable(path)) {
          return path;
        }
      } catch (RuntimeException e) {
        // not a path here, or not allowed
      }
    }
    return null;
  }

  /** Since the container started; -1 where that is not known. */
  long throttledNanos() {
    if (file == null) {
      return -1;
    }
    try {
      return parse(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII));
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }

  static long parse(String stat) {
    for (String line : stat.split("\n")) {
      int space = line.indexOf(' ');
      if (line.startsWith("throttled_usec ")) {
        return TimeUnit.MICROSECONDS.toNanos(Long.parseLong(line.substring(space + 1).trim()));
      }
      if (line.startsWith("throttled_time ")) {
        return Long.parseLong(line.substring(space + 1).trim());
      }
    }
    return -1;
  }
}
