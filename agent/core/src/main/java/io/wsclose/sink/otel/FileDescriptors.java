// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink.otel;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether this JVM can still open files. Code that needs one in the static initializer of a class
 * leaves that class broken for the life of the JVM: with none left, OkHttp 5.x asks for a time
 * zone, and the JDK's own zone data would be lost to the application.
 */
final class FileDescriptors {
  /** Time zones, trusted certificates, a connection to the collector, and some to spare. */
  private static final int NEEDED = 16;

  /** Where it is missing the operating system is another, without such a limit. */
  private static final File ANY_FILE = new File("/dev/null");

  private FileDescriptors() {}

  /**
   * @throws IOException if there are not enough left
   */
  static void ensureSomeLeft() throws IOException {
    if (!ANY_FILE.exists()) {
      return;
    }
    List<FileInputStream> open = new ArrayList<>(NEEDED);
    try {
      for (int i = 0; i < NEEDED; i++) {
        open.add(new FileInputStream(ANY_FILE));
      }
    } catch (SecurityException notAllowed) {
      // nothing is known then
    } catch (IOException e) {
      throw new IOException("the JVM has too few file descriptors left (ulimit -n)", e);
    } finally {
      for (FileInputStream file : open) {
        file.close();
      }
    }
  }
}
