// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.analysis.CauseAnalyzer;
import io.wsclose.record.Evidence;
import io.wsclose.record.EvidenceBuilder;

/** What all rules together, in their order, say of the evidence. */
public final class Verdict {
  private final Finding finding;

  private Verdict(Finding finding) {
    this.finding = finding;
  }

  public static Verdict of(EvidenceBuilder evidence) {
    return of(evidence, Surroundings.none());
  }

  public static Verdict of(EvidenceBuilder evidence, Surroundings surroundings) {
    return of(evidence.build(), surroundings);
  }

  public static Verdict of(Evidence evidence, Surroundings surroundings) {
    Finding finding = new CauseAnalyzer().analyze(evidence, surroundings);
    assertIsReadable(finding);
    return new Verdict(finding);
  }

  /** What holds for every finding, whatever the rule. */
  static void assertIsReadable(Finding finding) {
    assertThat(finding.summary()).isNotBlank().doesNotEndWith(".").doesNotContain("null", "  ");
    assertThat(finding.hint()).isNotBlank().endsWith(".").doesNotContain("null", "  ");
    assertThat(finding.evidence()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(finding.evidence())
        .allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("null", "  "));
    assertThat(finding.alternatives()).doesNotHaveDuplicates().doesNotContain(finding.cause());
    if (finding.confidence() == Confidence.CERTAIN) {
      assertThat(finding.alternatives()).isEmpty();
    }
  }

  public Verdict is(Cause cause, Confidence confidence) {
    assertThat(finding.cause().id() + " " + finding.confidence().id())
        .as(finding.summary())
        .isEqualTo(cause.id() + " " + confidence.id());
    return this;
  }

  public Verdict isNot(Cause cause) {
    assertThat(finding.cause()).isNotEqualTo(cause);
    return this;
  }

  public Verdict says(String... parts) {
    assertThat(finding.summary()).contains(parts);
    return this;
  }

  public Verdict advises(String... parts) {
    assertThat(finding.hint()).contains(parts);
    return this;
  }

  public Verdict because(String... lines) {
    assertThat(finding.evidence()).contains(lines);
    return this;
  }

  public Verdict hasLineWith(String part) {
    assertThat(finding.evidence()).anySatisfy(line -> assertThat(line).contains(part));
    return this;
  }

  public Verdict hasNoLineWith(String part) {
    assertThat(finding.evidence()).noneMatch(line -> line.contains(part));
    return this;
  }

  public Verdict hasLinesWith(int count, String part) {
    assertThat(finding.evidence()).filteredOn(line -> line.contains(part)).hasSize(count);
    return this;
  }

  public Verdict doesNotSay(String part) {
    assertThat(finding.summary()).doesNotContain(part);
    return this;
  }

  public Verdict doesNotAdvise(String part) {
    assertThat(finding.hint()).doesNotContain(part);
    return this;
  }

  public Verdict namesAlternatives() {
    assertThat(finding.alternatives()).as(finding.summary()).isNotEmpty();
    return this;
  }

  public Verdict or(Cause... alternatives) {
    assertThat(finding.alternatives()).containsExactly(alternatives);
    return this;
  }

  public Finding finding() {
    return finding;
  }
}
