// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
  private final Properties properties = new Properties();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void defaultsAreThoseOfTheContract() {
    Configuration configuration = read(null).configuration();

    assertThat(configuration.get(Option.ENABLED)).isTrue();
    assertThat(configuration.get(Option.FRAMES)).isEqualTo(16);
    assertThat(configuration.get(Option.SPAN_PARENT)).isEqualTo(SpanParent.LINK);
    assertThat(configuration.get(Option.WAIT_SIBLINGS)).isEqualTo(Duration.ofSeconds(2));
    assertThat(configuration.get(Option.WAIT_REPORTED)).isEqualTo(Duration.ofMillis(250));
    assertThat(configuration.get(Option.FLUSH)).isEqualTo(Duration.ofSeconds(5));
    assertThat(configuration.get(Option.LOG)).isEqualTo(LogTarget.APP);
    assertThat(configuration.get(Option.LOG_ORDERLY)).isTrue();
    assertThat(configuration.get(Option.LOG_RATE)).isEqualTo(20);
    assertThat(configuration.get(Option.REFUSED_RATE)).isEqualTo(100);
    assertThat(configuration.get(Option.EXCEPTION_MESSAGES)).isEqualTo(ExceptionMessages.ALL);
    assertThat(read("").complaints()).isEmpty();
  }

  @Test
  void everyOptionIsReadFromEverySource(@TempDir Path folder) throws Exception {
    Map<Option<?>, String> other = new HashMap<>();
    other.put(Option.ENABLED, "false");
    other.put(Option.FRAMES, "64");
    other.put(Option.PAYLOAD, "64");
    other.put(Option.QUEUE, "4096");
    other.put(Option.SPAN_PARENT, "child");
    other.put(Option.WAIT_SIBLINGS, "0s");
    other.put(Option.WAIT_REPORTED, "1s");
    other.put(Option.FLUSH, "1m");
    other.put(Option.LOG, "off");
    other.put(Option.LOG_ORDERLY, "false");
    other.put(Option.LOG_RATE, "0");
    other.put(Option.REFUSED_RATE, "0");
    other.put(Option.EXCEPTION_MESSAGES, "none");
    other.put(Option.APP_PACKAGES, "com.acme;org.acme");
    Path file = folder.resolve("a.properties");
    Files.writeString(file, "");
    other.put(Option.CONFIG, file.toString());
    other.put(Option.INTERMEDIARIES, file.toString());

    for (Option<?> option : Option.all()) {
      String value = other.get(option);
      assertThat(value).as(option.key()).isNotNull();
      String expected = value.equals(file.toString()) ? value : option.parse(value).toString();

      assertThat(shown(ConfigurationReader.read(pair(option, value), properties, environment)))
          .contains(option + "=" + expected);
      Properties property = new Properties();
      property.setProperty(option.property(), value);
      assertThat(shown(ConfigurationReader.read(null, property, environment)))
          .contains(option + "=" + expected);
      assertThat(
              shown(ConfigurationReader.read(null, properties, Map.of(option.variable(), value))))
          .contains(option + "=" + expected);
    }
  }

  @Test
  void sourcesGoInOrder(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("wsclose.properties");
    Files.writeString(file, "frames=1\nlog.rate=1\nflush = 1s \nwsclose.log=off\n");
    environment.put("WSCLOSE_CONFIG", file.toString());
    environment.put("WSCLOSE_FRAMES", "2");
    environment.put("WSCLOSE_LOG_RATE", "2");
    properties.setProperty("wsclose.frames", "3");

    assertThat(read(null).configuration().get(Option.FRAMES)).isEqualTo(3);
    assertThat(read("frames=4").configuration().get(Option.FRAMES)).isEqualTo(4);
    assertThat(read(null).configuration().get(Option.LOG_RATE)).isEqualTo(2);
    assertThat(read(null).configuration().get(Option.FLUSH)).isEqualTo(Duration.ofSeconds(1));
    assertThat(read(null).configuration().get(Option.LOG)).isEqualTo(LogTarget.OFF);
    assertThat(read(null).originOf(Option.FLUSH)).isEqualTo("file " + file);
    assertThat(read("frames=4").originOf(Option.FRAMES)).isEqualTo("agent arguments");
    assertThat(read(null).originOf(Option.ENABLED)).isEqualTo("default");
    assertThat(read(null).complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enabled=yes",
        "enabled=",
        "enabled",
        "frames=65",
        "frames=-1",
        "frames=1.5",
        "frames=many",
        "frames=99999999999",
        "span.parent=none",
        "wait.siblings=2",
        "wait.siblings=2h",
        "wait.siblings=-2s",
        "flush=61m",
        "flush=99999999999s",
        "log=file",
        "log.rate=-1",
        "refused.rate=-1",
        "exception.messages=some"
      })
  void badValueIsNamedAndTheDefaultStays(String pair) {
    String key = pair.replaceAll("=.*", "");
    ConfigurationReader reader = read(pair);

    assertThat(reader.complaints())
        .singleElement()
        .asString()
        .startsWith(key + "=" + pair.replaceAll("^[^=]*=?", "") + " (agent arguments)")
        .contains(key + " stays at ")
        .contains("allowed: ");
    assertThat(shown(reader)).isEqualTo(shown(read(null)));
  }

  @Test
  void badValueDoesNotLetSourceFurtherBackThrough() {
    properties.setProperty("wsclose.frames", "3");

    assertThat(read("frames=x").configuration().get(Option.FRAMES)).isEqualTo(16);
  }

  @Test
  void unknownKeysAreNamedWithTheirSource() {
    properties.setProperty("wsclose.frmes", "3");
    environment.put("WSCLOSE_LOG_ORDERLI", "true");

    assertThat(read("payloads=1").complaints())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("is ignored, allowed: enabled, frames"))
        .anySatisfy(
            line -> assertThat(line).startsWith("unknown option payloads (agent arguments)"))
        .anySatisfy(line -> assertThat(line).startsWith("unknown option frmes (system property)"))
        .anySatisfy(
            line -> assertThat(line).startsWith("unknown option log.orderli (environment)"));
  }

  @Test
  void serviceLinksOfKubernetesAreNoOptions() {
    environment.put("WSCLOSE_SERVICE_HOST", "10.0.0.1");
    environment.put("WSCLOSE_SERVICE_PORT_HTTP", "80");
    environment.put("WSCLOSE_PORT", "tcp://10.0.0.1:80");
    environment.put("WSCLOSE_PORT_80_TCP", "tcp://10.0.0.1:80");

    assertThat(read(null).complaints()).isEmpty();
  }

  @Test
  void shownValueIsBoundedAndOnOneLine() {
    properties.setProperty("wsclose.log", "a\r\n[wsclose] forged\u001b[31m" + "x".repeat(1_000));

    assertThat(read(null).complaints())
        .singleElement()
        .asString()
        .hasSizeLessThan(250)
        .startsWith("log=a??[wsclose] forged?[31mxxx")
        .doesNotContain("\n", "\r", "\u001b");
  }

  @ParameterizedTest
  @CsvSource({"250ms,250", "0ms,0", "2s,2000", "5S,5000", "1m,60000", "60m,3600000", "10 s,10000"})
  void durationsHaveUnits(String text, long millis) {
    assertThat(read("flush=" + text).configuration().get(Option.FLUSH))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void fileThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
    Path absent = folder.resolve("absent.properties");
    assertThat(read("config=" + absent).complaints())
        .singleElement()
        .asString()
        .contains(absent.toString(), "cannot be read");

    Path malformed = folder.resolve("malformed.properties");
    Files.writeString(malformed, "log=\\u00zz");
    assertThat(read("config=" + malformed).complaints())
        .singleElement()
        .asString()
        .contains("malformed");
  }

  @Test
  void argumentsTakeCommasAndEqualsSignsInQuotes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a,frames=1 b.properties");
    Files.writeString(file, "log=off\n");

    ConfigurationReader reader = read("frames=32, config='" + file + "' ,log.rate=7");

    assertThat(reader.complaints()).isEmpty();
    assertThat(reader.configuration().get(Option.FRAMES)).isEqualTo(32);
    assertThat(reader.configuration().get(Option.LOG_RATE)).isEqualTo(7);
    assertThat(reader.configuration().get(Option.LOG)).isEqualTo(LogTarget.OFF);
    assertThat(read("config=\"" + file + "\"").configuration().get(Option.LOG))
        .isEqualTo(LogTarget.OFF);
  }

  @Test
  void equalsSignInValueBelongsToIt() {
    assertThat(read("config=/no/where?a=b").complaints())
        .singleElement()
        .asString()
        .contains("config=/no/where?a=b");
  }

  @Test
  void oddArgumentsNeverFail() {
    for (String odd : new String[] {",", "=", "==", "'", "='", "a='b", ",,=,", "frames='", "\""}) {
      assertThat(read(odd).configuration().get(Option.FRAMES)).isEqualTo(16);
    }
  }

  @Test
  void everyOptionHasOneLineOfHelp() {
    for (Option<?> option : Option.all()) {
      assertThat(option.help()).isNotBlank().doesNotContain("\n");
      assertThat(option.allowed()).isNotBlank();
      assertThat(option.variable()).matches("WSCLOSE_[A-Z_]+");
    }
  }

  private ConfigurationReader read(String arguments) {
    return ConfigurationReader.read(arguments, properties, environment);
  }

  private static String pair(Option<?> option, String value) {
    return option.key() + "=" + value;
  }

  private static String shown(ConfigurationReader reader) {
    return reader.configuration().toString();
  }
}
