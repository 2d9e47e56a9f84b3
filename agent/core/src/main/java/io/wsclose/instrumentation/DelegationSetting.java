// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

/** What an operator sets so that a class loader asks the JVM for the facade. */
final class DelegationSetting {
  private static final String PACKAGE = "io.wsclose.bootstrap";

  /** OSGi core specification, section 3.9: what bundles get from the JVM without an import. */
  private static final String OSGI = "org.osgi.framework.bootdelegation";

  /** Every class loader of a bundle implements it (OSGi core specification, section 9.2.3). */
  private static final String OSGI_LOADER = "org.osgi.framework.BundleReference";

  /** JBoss Modules reads it when it starts; the agent sets it, unless it was attached later. */
  private static final String JBOSS = "jboss.modules.system.pkgs";

  private static final String JBOSS_LOADER = "org.jboss.modules.ModuleClassLoader";

  private DelegationSetting() {}

  /** In words, with the reason. */
  static String of(ClassLoader loader) {
    String reason = "it does not see the package " + PACKAGE + "; ";
    if (isA(loader.getClass(), OSGI_LOADER)) {
      return reason
          + "set "
          + setting(OSGI)
          + " in the OSGi framework's configuration (append it to a value that is there) and"
          + " restart";
    }
    if (isA(loader.getClass(), JBOSS_LOADER)) {
      return reason + "restart with -javaagent, or with -D" + setting(JBOSS);
    }
    return reason + "make it delegate that package to its parent, or to the bootstrap loader";
  }

  private static String setting(String property) {
    return property + "=" + PACKAGE;
  }

  private static boolean isA(Class<?> type, String name) {
    for (Class<?> level = type; level != null; level = level.getSuperclass()) {
      if (level.getName().equals(name) || anyIsA(level.getInterfaces(), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyIsA(Class<?>[] types, String name) {
    for (Class<?> type : types) {
      if (type.getName().equals(name) || anyIsA(type.getInterfaces(), name)) {
        return true;
      }
    }
    return false;
  }
}
