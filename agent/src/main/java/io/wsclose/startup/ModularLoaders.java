package io.wsclose.startup;

/**
 * Lets class loaders that do not ask their parents see the bootstrap package.
 *
 * <p>JBoss Modules (WildFly) and OSGi frameworks delegate only {@code java.*} and what these two
 * properties name, and read them when they start, after {@code premain}. Without it the classes of
 * such an application could not link what advice calls. Values that are there are kept; of a
 * framework's own configuration file, a system property takes precedence.
 */
final class ModularLoaders {
  static final String[] PROPERTIES = {
    "jboss.modules.system.pkgs", "org.osgi.framework.bootdelegation"
  };

  private static final String PACKAGE = "io.wsclose.bootstrap";

  private ModularLoaders() {}

  static void openBootstrapPackage() {
    for (String property : PROPERTIES) {
      String present = System.getProperty(property, "").trim();
      if (present.isEmpty()) {
        System.setProperty(property, PACKAGE);
      } else if (!present.contains(PACKAGE)) {
        System.setProperty(property, present + "," + PACKAGE);
      }
    }
  }
}
