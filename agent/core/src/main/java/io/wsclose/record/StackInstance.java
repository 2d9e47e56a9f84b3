// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import io.wsclose.stack.StackProfile;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * One copy of a stack in this JVM as events tell of it: its name, its version and the loader it
 * came from. Which hooks are in it is known to {@code InstrumentedStack} in {@code
 * io.wsclose.instrumentation}.
 */
public final class StackInstance {
  private final String name;
  private final Supplier<String> version;
  private final List<String> packages;
  private final StackProfiles profiles;
  private final WeakReference<ClassLoader> loader;

  /**
   * @param version empty where unknown; finding it may read files, so it is asked for late and not
   *     on the application's threads
   * @param packages prefixes of the stack's own classes
   */
  public StackInstance(
      String name,
      Supplier<String> version,
      List<String> packages,
      StackProfiles profiles,
      ClassLoader loader) {
    this.name = name;
    this.version = version;
    this.packages = Collections.unmodifiableList(packages);
    this.profiles = profiles;
    this.loader = new WeakReference<>(loader);
  }

  /** Of a stack that has no profile. */
  public StackInstance(String name, String version, List<String> packages, ClassLoader loader) {
    this(name, () -> version, packages, StackProfiles.NONE, loader);
  }

  public String name() {
    return name;
  }

  /** Empty where unknown. The first call may read files. */
  public String version() {
    return version.get();
  }

  public List<String> packages() {
    return packages;
  }

  /** What rules and texts need to know of the stack. */
  public StackProfile profile() {
    return profiles.own();
  }

  /** Ends of the names of classes that run delayed tasks of any stack in this JVM. */
  public List<String> timers() {
    return profiles.timers();
  }

  /** Null once the loader is gone, or where it is the bootstrap loader. */
  public ClassLoader loader() {
    return loader.get();
  }
}
