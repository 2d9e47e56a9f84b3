// SPDX-License-Identifier: Apache-2.0
package io.wsclose.benchmark;

/**
 * What one fork measured.
 *
 * @param nanos processor time of one operation
 * @param bytes allocated by one operation, on average
 */
record Sample(double nanos, double bytes) {}
