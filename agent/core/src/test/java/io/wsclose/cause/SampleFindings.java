// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause;

import io.wsclose.record.Fact;

/** Findings, for tests of what comes after the rules. */
public final class SampleFindings {
  private SampleFindings() {}

  public static Finding of(Cause cause, Confidence confidence, Fact decidedBy) {
    return Finding.of(
            cause, confidence, decidedBy, "summary of " + cause.id(), "hint for " + cause.id())
        .because("first line", "second line")
        .or(Cause.PEER_EOF_WITHOUT_CLOSE);
  }
}
