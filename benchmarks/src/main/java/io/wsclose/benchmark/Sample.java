package io.wsclose.benchmark;

/**
 * What one fork measured.
 *
 * @param nanos mean processor time of one operation
 * @param bytes allocated by one operation
 */
record Sample(double nanos, double bytes) {}
