// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The places besides the agent arguments where settings stand. */
final class Sources {
  private Sources() {}

  static List<Setting> systemProperties(Properties properties) {
    List<Setting> settings = new ArrayList<Setting>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(Option.PROPERTY_PREFIX)) {
        settings.add(
            new Setting(
                name.substring(Option.PROPERTY_PREFIX.length()),
                properties.getProperty(name),
                "system property"));
      }
    }
    return settings;
  }

  static List<Setting> environment(Map<String, String> variables) {
    List<Setting> settings = new ArrayList<Setting>();
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(Option.ENVIRONMENT_PREFIX) && !isServiceLink(name)) {
        String key = name.substring(Option.ENVIRONMENT_PREFIX.length());
        settings.add(
            new Setting(
                key.replace('_', '.').toLowerCase(Locale.ROOT),
                variable.getValue(),
                "environment"));
      }
    }
    return settings;
  }

  /**
   * Kubernetes puts {@code <SERVICE>_SERVICE_HOST}, {@code <SERVICE>_PORT} and more into every
   * container of a namespace that has a service of that name.
   */
  private static boolean isServiceLink(String name) {
    return name.startsWith("WSCLOSE_SERVICE_")
        || name.equals("WSCLOSE_PORT")
        || name.startsWith("WSCLOSE_PORT_");
  }

  static List<Setting> file(String path) throws IOException {
    Properties properties = new Properties();
    FileInputStream in = new FileInputStream(path);
    try {
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      properties.load(reader);
    } finally {
      in.close();
    }
    List<Setting> settings = new ArrayList<Setting>();
    for (String name : properties.stringPropertyNames()) {
      settings.add(new Setting(name, properties.getProperty(name).trim(), "file " + path));
    }
    return settings;
  }
}
