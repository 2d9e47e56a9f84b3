// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.Verdict;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrueEndTest {
  private static final int RUNS = 500;

  /** What is called certain is the truth; otherwise the truth is at least named. */
  @ParameterizedTest
  @EnumSource(TrueEnd.class)
  void theTruthIsFoundOrNamed(TrueEnd truth) {
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(31L * run + truth.ordinal());
      Scene scene = new Scene(random);
      truth.happen(scene);
      Surroundings around = Surroundings.builder().jvmStopping(scene.jvmStopping()).build();
      Finding finding = Verdict.of(scene.evidence(), around).finding();
      Cause told = finding.cause();
      found += told == truth.cause() ? 1 : 0;
      boolean honest =
          told == truth.cause()
              || finding.confidence() != Confidence.CERTAIN
                  && finding.alternatives().contains(truth.cause());
      assertThat(honest)
          .as(
              () ->
                  truth
                      + " was called "
                      + finding.confidence().id()
                      + ' '
                      + told.id()
                      + ' '
                      + finding.alternatives()
                      + ": "
                      + finding.summary()
                      + scene.evidence().build().facts())
          .isTrue();
    }
    assertThat(found).as("found, not only named").isGreaterThan(RUNS / 2);
  }
}
