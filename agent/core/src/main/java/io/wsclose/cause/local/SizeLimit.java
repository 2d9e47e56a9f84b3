// SPDX-License-Identifier: Apache-2.0
package io.wsclose.cause.local;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size limit that a reason of a Close frame names: {@code max message size of 65536}, {@code
 * frame length of 65536}, {@code too large: 70,000 > 65,536}.
 */
final class SizeLimit {
  /** At most 18 digits, which fit a long. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?:(?:size|length|limit) of|>) ([0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?![0-9,.])");

  private SizeLimit() {}

  static OptionalLong in(String reason) {
    Matcher limit = LIMIT.matcher(reason);
    return limit.find()
        ? OptionalLong.of(Long.parseLong(limit.group(1).replace(",", "")))
        : OptionalLong.empty();
  }
}
