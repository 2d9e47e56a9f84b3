// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Puts the configuration together: agent arguments before system properties before the environment
 * before a file before defaults.
 *
 * <p>Nothing in it keeps the application from starting: what is wrong is told in {@link
 * #complaints} and stays at its default, also where a source further back names a good value. Who
 * wrote both meant the first.
 */
public final class ConfigurationReader {
  private static final int MAX_SHOWN = 80;

  private final Map<String, Option<?>> options = new HashMap<String, Option<?>>();
  private final Map<Option<?>, Setting> decided = new LinkedHashMap<Option<?>, Setting>();
  private final List<String> complaints = new ArrayList<String>();
  private final Configuration configuration;

  private ConfigurationReader(List<List<Setting>> sources) {
    for (Option<?> option : Option.all()) {
      options.put(option.key(), option);
    }
    for (List<Setting> source : sources) {
      take(source);
    }
    Setting file = decided.get(Option.CONFIG);
    if (file != null && !file.value().isEmpty()) {
      read(file.value());
    }
    configuration = new Configuration(parsed());
  }

  /**
   * @param arguments as the JVM hands them to the agent, may be null
   */
  public static ConfigurationReader read(
      String arguments, Properties properties, Map<String, String> environment) {
    List<List<Setting>> sources = new ArrayList<List<Setting>>();
    sources.add(AgentArguments.parse(arguments));
    sources.add(Sources.systemProperties(properties));
    sources.add(Sources.environment(environment));
    return new ConfigurationReader(sources);
  }

  public Configuration configuration() {
    return configuration;
  }

  /** One line for each setting that is not in force, to be shown to who wrote it. */
  public List<String> complaints() {
    return complaints;
  }

  /** Where the value of {@code option} was written, {@code default} if nowhere. */
  public String originOf(Option<?> option) {
    Setting setting = decided.get(option);
    return setting == null ? "default" : setting.origin();
  }

  /** The first source that names an option wins; within a source the last. */
  private void take(List<Setting> source) {
    Map<Option<?>, Setting> named = new LinkedHashMap<Option<?>, Setting>();
    for (Setting setting : source) {
      Option<?> option = options.get(keyOf(setting));
      if (option == null) {
        complaints.add(
            "unknown option "
                + shown(setting.key())
                + " ("
                + setting.origin()
                + ") is ignored, allowed: "
                + keys());
      } else {
        named.put(option, setting);
      }
    }
    for (Map.Entry<Option<?>, Setting> entry : named.entrySet()) {
      if (!decided.containsKey(entry.getKey())) {
        decided.put(entry.getKey(), entry.getValue());
      }
    }
  }

  /** In a file and in arguments people write the name of the system property too. */
  private static String keyOf(Setting setting) {
    String key = setting.key();
    return key.startsWith(Option.PROPERTY_PREFIX)
        ? key.substring(Option.PROPERTY_PREFIX.length())
        : key;
  }

  private void read(String path) {
    try {
      take(Sources.file(path));
    } catch (IOException e) {
      complaints.add("config=" + shown(path) + " cannot be read and is ignored: no such file?");
    } catch (IllegalArgumentException e) {
      complaints.add("config=" + shown(path) + " is ignored: malformed \\u escape in it");
    }
  }

  private Map<Option<?>, Object> parsed() {
    Map<Option<?>, Object> values = new LinkedHashMap<Option<?>, Object>();
    for (Map.Entry<Option<?>, Setting> entry : decided.entrySet()) {
      Option<?> option = entry.getKey();
      Setting setting = entry.getValue();
      try {
        values.put(option, option.parse(setting.value().trim()));
      } catch (IllegalArgumentException e) {
        complaints.add(
            option.key()
                + "="
                + shown(setting.value())
                + " ("
                + setting.origin()
                + ") is not allowed, "
                + option.key()
                + " stays at "
                + option.defaultValue()
                + ", allowed: "
                + option.allowed());
      }
    }
    return values;
  }

  private static String keys() {
    StringBuilder keys = new StringBuilder();
    for (Option<?> option : Option.all()) {
      keys.append(keys.length() == 0 ? "" : ", ").append(option.key());
    }
    return keys.toString();
  }

  /** Bounded and on one line: a value may be anything that a shell let through. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < MAX_SHOWN; i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
    }
    return text.length() > MAX_SHOWN ? shown.append("...").toString() : shown.toString();
  }
}
