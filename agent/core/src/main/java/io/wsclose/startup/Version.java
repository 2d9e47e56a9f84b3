// SPDX-License-Identifier: Apache-2.0
package io.wsclose.startup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The agent's own version. */
public final class Version {
  private static final String RESOURCE = "io/wsclose/version.properties";

  private Version() {}

  /** Empty if the build left none. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException unreadable) {
      return "";
    }
    return properties.getProperty("version", "");
  }
}
