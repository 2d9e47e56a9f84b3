// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

/**
 * Lets class loaders that do not ask their parents see the bootstrap package: without it the
 * classes of such an application could not link what advice calls.
 *
 * <p>JBoss Modules (WildFly) and OSGi frameworks delegate only {@code java.*} and what a property
 * names, read when they start, after {@code premain}. JBoss Modules knows the system property
 * alone, so it can be set. An OSGi framework takes the system property in place of its own
 * configuration file (Felix's launcher, Karaf), whose list would be lost: it is only added to where
 * it is set already, and otherwise the operator's to extend.
 */
final class ModularLoaders {
  static final String JBOSS = "jboss.modules.system.pkgs";
  static final String OSGI = "org.osgi.framework.bootdelegation";

  private static final String PACKAGE = "io.wsclose.bootstrap";

  private ModularLoaders() {}

  static void openBootstrapPackage() {
    String jboss = System.getProperty(JBOSS, "").trim();
    System.setProperty(JBOSS, jboss.isEmpty() ? PACKAGE : with(jboss));
    String osgi = System.getProperty(OSGI, "").trim();
    if (!osgi.isEmpty()) {
      System.setProperty(OSGI, with(osgi));
    }
  }

  private static String with(String present) {
    return present.contains(PACKAGE) ? present : present + "," + PACKAGE;
  }
}
