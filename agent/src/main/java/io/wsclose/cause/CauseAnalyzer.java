package io.wsclose.cause;

import io.wsclose.record.Evidence;

/** Evidence in, finding out. */
public interface CauseAnalyzer {
  /** The cause; {@link Cause#UNKNOWN} where the evidence decides nothing. Never throws. */
  Finding analyze(Evidence evidence, Surroundings surroundings);
}
