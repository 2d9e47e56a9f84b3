// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

final class Median {
  private Median() {}

  static <T> double of(Collection<T> all, ToDoubleFunction<? super T> what) {
    double[] sorted = all.stream().mapToDouble(what).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
