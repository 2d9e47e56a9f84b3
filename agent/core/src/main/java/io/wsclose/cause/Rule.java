// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.record.Evidence;
import java.util.Optional;

/** One way a connection can end, recognised from evidence. Pure: no state, no clock, no I/O. */
public interface Rule {
  /** What this rule makes of the evidence; empty if it does not apply. */
  Optional<Finding> examine(Evidence evidence, Surroundings surroundings);
}
