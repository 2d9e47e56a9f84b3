// SPDX-License-Identifier: Apache-2.0
package io.wsclose.intermediary;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.bootstrap.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntermediariesTest {
  static List<TableRow> rows() throws IOException {
    return Intermediaries.lines().stream()
        .filter(line -> !TableRow.isBlank(line))
        .map(TableRow::of)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsSound(TableRow row) {
    assertThat(row.text("name")).matches("[a-z0-9-]+\\??");
    assertThat(row.text("fingerprint"))
        .matches("((@|!)?[a-z0-9-]+(:[a-z0-9.-]+)?([+ ]!?[a-z0-9-]+(:[a-z0-9.-]+)?)*)?");
    Intermediary hop = Intermediary.of(row);
    assertThat(hop.idleSeconds()).isBetween(0.0, 7 * 86_400.0);
    assertThat(hop.ageSeconds()).isBetween(0.0, 7 * 86_400.0);
    assertThat(hop.slackSeconds()).isBetween(1.0, 60.0);
    assertThat(hop.idleSeconds() > 0 || hop.ageSeconds() > 0 || hop.hasFingerprint())
        .as("a row must tell something")
        .isTrue();
    if (hop.dropsSilently()) {
      assertThat(hop.hasFingerprint()).as("nothing below HTTP leaves headers").isFalse();
    }
    if (hop.name().endsWith("?")) {
      assertThat(hop.hasFingerprint()).isTrue();
    }
  }

  /** Values are kept only for some headers; a part of any other value could never match. */
  @ParameterizedTest
  @MethodSource("rows")
  void valuesAreAskedOnlyOfHeadersThatAreKept(TableRow row) {
    for (String part : row.text("fingerprint").split("[+ ]")) {
      if (part.contains(":")) {
        String name = part.substring(0, part.indexOf(':'));
        Headers headers = Headers.of(Map.of(name, part.substring(name.length() + 1)).entrySet());
        assertThat(headers.value(name)).isNotEmpty();
      }
    }
  }

  @Test
  void theTableIsThereAndNamesAreUnique() throws IOException {
    assertThat(Intermediaries.known().all()).hasSameSizeAs(rows()).hasSizeGreaterThan(15);
    assertThat(Intermediaries.known().all()).extracting(Intermediary::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Real-IP=1, nginx?",
    "X-Real-IP=1;X-Scheme=https, ingress-nginx",
    "X-Real-IP=1;X-Forwarded-Server=t, traefik?",
    "X-Forwarded-Host=h;X-Forwarded-Server=t, apache?",
    "X-Amzn-Trace-Id=Root=1, aws-alb",
    "CF-Ray=1, cloudflare",
    "Via=1.1 abc.cloudfront.net (CloudFront), cloudfront",
    "Via=1.1 google, google-lb",
    "Via=1.1 vegur, heroku",
    "Via=1.1 Caddy, caddy",
    "X-Varnish=1, varnish",
    "X-Forwarded-For=1;X-Forwarded-Host=h;X-Forwarded-Proto=https, caddy?",
    "x-forwarded-for=1;host=h, haproxy?",
    "x-envoy-attempt-count=1;x-forwarded-for=1;x-request-id=1, envoy",
    "X-Azure-Ref=1, azure-front-door",
    "X-Envoy-Attempt-Count=1, envoy",
    "Fly-Request-Id=1, fly"
  })
  void recognises(String headers, String name) {
    List<Map.Entry<String, String>> entries =
        List.of(headers.split(";")).stream()
            .map(header -> Map.entry(header.split("=", 2)[0], header.split("=", 2)[1]))
            .toList();
    assertThat(Intermediaries.known().recognisedBy(Headers.of(entries)))
        .extracting(Intermediary::name)
        .containsExactly(name);
  }

  @Test
  void noHeadersNobody() {
    assertThat(Intermediaries.known().recognisedBy(Headers.none())).isEmpty();
  }

  @Test
  void findsByIdleAgeAndForgetfulness() {
    Intermediaries known = Intermediaries.known();
    assertThat(known.closingAfterIdle(55.3, 70)).extracting(Intermediary::name).contains("heroku");
    assertThat(known.closingAfterIdle(58, 58)).isEmpty();
    for (double usual : new double[] {30, 50, 60}) {
      assertThat(known.closingAfterIdle(usual, usual))
          .extracting(Intermediary::name)
          .contains("haproxy?");
    }
    assertThat(known.closingAfterIdle(350, 350)).as("an NLB closes nothing").isEmpty();
    assertThat(known.closingAtAge(14_400))
        .extracting(Intermediary::name)
        .containsExactly("azure-front-door");
    assertThat(known.forgettingAfterIdle(300))
        .extracting(Intermediary::name)
        .containsExactly("azure-lb");
  }

  @Test
  void everyRowOfTheTableSaysWhereItComesFrom() throws IOException {
    List<String> lines = Intermediaries.lines();
    for (int i = 1; i < lines.size(); i++) {
      if (!TableRow.isBlank(lines.get(i)) && !lines.get(i).startsWith("caddy?")) {
        assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ");
      }
    }
  }

  @Test
  void aFileAddsRowsAndReplacesThoseOfTheSameName(@TempDir Path directory) throws IOException {
    List<String> complaints = new ArrayList<>();
    List<Intermediary> added = Intermediaries.parse(readmeExample(), complaints);
    assertThat(complaints).isEmpty();
    Intermediaries table = Intermediaries.known().with(added);
    assertThat(table.all())
        .extracting(Intermediary::name)
        .startsWith("edge")
        .doesNotHaveDuplicates();
    assertThat(table.closingAfterIdle(90.2, 90.2)).extracting(Intermediary::name).contains("edge");
    assertThat(table.closingAfterIdle(60, 60))
        .extracting(Intermediary::name)
        .doesNotContain("nginx?");
    assertThat(table.forgettingAfterIdle(1000))
        .extracting(Intermediary::name)
        .contains("office-firewall");
    assertThat(Intermediaries.addFrom(directory.resolve("none").toString()))
        .containsExactly("cannot be read and is ignored; does the file exist?");
  }

  /** The indented block of the README. */
  private static List<String> readmeExample() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "..", "README.md"));
    int first = 0;
    while (!lines.get(first).startsWith("    # name ")) {
      first++;
    }
    int last = first;
    while (lines.get(last).startsWith("    ")) {
      last++;
    }
    return lines.subList(first, last);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a - | a row has 9 or 10 columns (name, fingerprint",
        "Edge  -  -  60  both  closes  -  1  - | invalid value Edge for name; allowed: small",
        "a  X-Edge  always  60  both  closes  -  1  - | invalid value X-Edge for fingerprint",
        "a  x-edge  -  60  both  closes  -  1  - | for headers; allowed: always or sometimes",
        "a  -  -  1 min  both  closes  -  1  - | invalid value 1 min for idle; allowed: seconds",
        "a  -  -  -5  both  closes  -  1  - | invalid value -5 for idle",
        "a  -  -  60  maybe  closes  -  1  - | invalid value maybe for re-armed; allowed: both or",
        "a  -  -  60  both  close  -  1  - | for at limit; allowed: closes or drops",
        "a  -  -  60  both  closes  x  1  - | invalid value x for age; allowed: seconds such as 60, or -"
      })
  void aRowThatCannotBeUsedIsReportedAndTheOthersApply(String row, String complaint) {
    List<String> complaints = new ArrayList<>();
    List<Intermediary> rows =
        Intermediaries.parse(
            List.of("# mine", row, "good  -  -  60  both  closes  -  1  -"), complaints);
    assertThat(rows).extracting(Intermediary::name).containsExactly("good");
    assertThat(complaints).singleElement().asString().startsWith("line 2 ignored: ");
    assertThat(complaints.get(0)).contains(complaint);
  }

  @Test
  void ofTheWrongFileOnlySomeLinesAreReported(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("wrong");
    Files.write(file, Collections.nCopies(100_000, "nothing of the kind"));
    assertThat(Intermediaries.addFrom(file.toString()))
        .hasSize(6)
        .last()
        .isEqualTo("has 995 more lines that are ignored");
  }
}
