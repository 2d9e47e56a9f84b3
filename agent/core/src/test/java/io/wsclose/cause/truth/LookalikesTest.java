// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookalikesTest {
  static Stream<Lookalikes> table() {
    return Lookalikes.table().stream();
  }

  @ParameterizedTest
  @MethodSource("table")
  void ofTwoCausesThatLookAlikeNeitherIsCertainAndBothAreNamed(Lookalikes pair) {
    Finding finding = Verdict.of(pair.facts()).finding();
    List<Cause> named = new ArrayList<>(finding.alternatives());
    named.add(finding.cause());
    assertThat(finding.confidence()).as(finding.summary()).isNotEqualTo(Confidence.CERTAIN);
    assertThat(named).as(pair.reason()).contains(pair.one(), pair.other());
  }
}
