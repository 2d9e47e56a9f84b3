// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.analysis;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Confidence;
import io.wsclose.cause.FactText;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Units;
import io.wsclose.record.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** The evidence decides nothing: say so, and show all of it. */
final class Undecided {
  private Undecided() {}

  static Finding finding(Evidence evidence) {
    List<String> lines =
        evidence.facts().stream()
            .map(FactText::of)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toList());
    String since = Units.duration(evidence.ageNanos());
    String summary =
        evidence.isOpened()
            ? "The connection was gone after " + since + ", and nothing that was seen says why"
            : "The attempt ended after " + since + ", and nothing that was seen says why";
    return Finding.of(
            Cause.UNKNOWN,
            Confidence.POSSIBLE,
            evidence.end(),
            summary,
            "Look at the evidence and at the logs of the other side at this time; if this repeats,"
                + " the agent's start-up lines say which hooks did not bind.")
        .because(lines)
        .because(lines.isEmpty() ? "no sign of the end was seen before it" : "");
  }
}
