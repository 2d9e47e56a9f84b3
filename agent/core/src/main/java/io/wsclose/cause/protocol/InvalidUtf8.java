// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.protocol;

import io.wsclose.cause.Cause;
import io.wsclose.cause.Finding;
import io.wsclose.cause.Rule;
import io.wsclose.cause.Surroundings;
import io.wsclose.record.Evidence;
import java.util.Optional;

/** {@code protocol.invalid_utf8}. RFC 6455 section 8.1: text that is not UTF-8, status 1007. */
public final class InvalidUtf8 implements Rule {
  @Override
  public Optional<Finding> examine(Evidence evidence, Surroundings surroundings) {
    return Refusal.of(evidence).filter(Refusal::isBadData).map(InvalidUtf8::finding);
  }

  private static Finding finding(Refusal refusal) {
    return refusal.finding(
        Cause.PROTOCOL_INVALID_UTF8,
        "The "
            + refusal.peer()
            + " sent text that is not valid UTF-8"
            + refusal.codeUnlessSaying("utf-8"),
        "Let the peer encode its text as UTF-8, or send binary messages; look at what cuts strings there."
            + " Browsers never send such text.");
  }
}
