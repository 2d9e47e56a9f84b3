// SPDX-License-Identifier: Apache-2.0
package io.wsclose.sink;

import io.wsclose.cause.Finding;
import io.wsclose.cause.Surroundings;
import io.wsclose.cause.analysis.CauseAnalyzer;
import io.wsclose.record.Evidence;

/** Evidence in, finding out: the analyzer, or a test's. */
interface Analysis {
  Finding of(Evidence evidence, Surroundings surroundings);

  /**
   * A named class, and rules only with the first end: this is made before {@code main}, where a
   * first lambda and fifty small classes cost start-up.
   */
  final class ByRules implements Analysis {
    private CauseAnalyzer analyzer;

    @Override
    public Finding of(Evidence evidence, Surroundings surroundings) {
      if (analyzer == null) {
        analyzer = new CauseAnalyzer();
      }
      return analyzer.analyze(evidence, surroundings);
    }
  }
}
