package io.wsclose.sink;

import io.wsclose.cause.CauseAnalyzer;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;

/** Evidence in, finding out: the analyzer, or a test's. */
interface Analysis {
  Finding of(Evidence evidence, Surroundings surroundings);

  /** A named class: this is made before {@code main}, where a first lambda costs start-up. */
  final class ByRules implements Analysis {
    private final CauseAnalyzer analyzer;

    ByRules(CauseAnalyzer analyzer) {
      this.analyzer = analyzer;
    }

    @Override
    public Finding of(Evidence evidence, Surroundings surroundings) {
      return analyzer.analyze(evidence, surroundings);
    }
  }
}
