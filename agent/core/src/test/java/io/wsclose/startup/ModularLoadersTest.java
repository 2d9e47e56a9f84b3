// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModularLoadersTest {
  private static final String JBOSS = "jboss.modules.system.pkgs";
  private static final String OSGI = "org.osgi.framework.bootdelegation";

  @AfterEach
  void clear() {
    System.clearProperty(JBOSS);
    System.clearProperty(OSGI);
  }

  @Test
  void appendsOnceToWhatIsThere() {
    System.setProperty(JBOSS, "org.jboss.byteman");

    ModularLoaders.openBootstrapPackage();
    ModularLoaders.openBootstrapPackage();

    assertThat(System.getProperty(JBOSS)).isEqualTo("org.jboss.byteman,io.wsclose.bootstrap");
    assertThat(System.getProperty(OSGI)).as("a framework's own list stays in force").isNull();
  }

  @Test
  void addsToAListOfAnOsgiFramework() {
    System.setProperty(OSGI, "sun.*");

    ModularLoaders.openBootstrapPackage();

    assertThat(System.getProperty(OSGI)).isEqualTo("sun.*,io.wsclose.bootstrap");
    assertThat(System.getProperty(JBOSS)).isEqualTo("io.wsclose.bootstrap");
  }
}
