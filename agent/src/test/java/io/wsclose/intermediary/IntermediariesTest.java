package io.wsclose.intermediary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wsclose.bootstrap.Headers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntermediariesTest {
  private static final List<String> COLUMNS =
      List.of("name", "fingerprint", "idle", "re-armed", "at limit", "age", "slack", "setting");

  static List<TableRow> rows() throws IOException {
    return TableRow.parse(Intermediaries.lines());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsSound(TableRow row) {
    COLUMNS.forEach(column -> assertThat(row.text(column)).isEqualTo(row.text(column).trim()));
    assertThat(row.text("name")).matches("[a-z0-9-]+\\??");
    assertThat(row.text("fingerprint"))
        .matches("(!?[a-z0-9-]+(:[a-z0-9.-]+)?([+ ]!?[a-z0-9-]+(:[a-z0-9.-]+)?)*)?");
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
    assertThat(known.closingAfterIdle(350, 350)).as("an NLB closes nothing").isEmpty();
    assertThat(known.closingAtAge(14_400))
        .extracting(Intermediary::name)
        .containsExactly("azure-front-door");
    assertThat(known.forgettingAfterIdle(300))
        .extracting(Intermediary::name)
        .containsExactly("azure-lb");
  }

  @Test
  void aBrokenTableIsRefused() {
    String head = String.join("\t", COLUMNS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Intermediaries.parse(List.of(head, "a\tb")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Intermediaries.parse(List.of(head, "a\t-\t1\tmaybe\tcloses\t-\t1\t-")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Intermediaries.parse(List.of(head, "a\t-\tx\tboth\tcloses\t-\t1\t-")));
  }
}
