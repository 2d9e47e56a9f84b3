// SPDX-License-Identifier: Apache-2.0
package io.wsclose.record;

import java.lang.ref.WeakReference;

/** One exception passes many hooks on its way, and gets wrapped: the first tells the most. */
final class LastFailure {
  /** Cause chains can be cyclic. */
  private static final int MAX_LINKS = 8;

  private volatile WeakReference<Throwable> last;

  /** Whether {@code failure} is neither the last one nor was caused by it. */
  boolean isNews(Throwable failure) {
    if (failure == null) {
      return false;
    }
    WeakReference<Throwable> known = last;
    Throwable before = known == null ? null : known.get();
    Throwable link = failure;
    for (int i = 0; before != null && i < MAX_LINKS && link != null; i++) {
      if (link == before) {
        return false;
      }
      link = ThrowableSnapshot.causeOf(link);
    }
    last = new WeakReference<>(failure);
    return true;
  }
}
