// SPDX-License-Identifier: Apache-2.0
/**
 * Events as log lines: into the application's own SLF4J, else its {@code java.util.logging}, else
 * to standard error. {@link io.wsclose.sink.log.LogLines} is what {@link io.wsclose.sink} calls,
 * {@code LineFormat} is the line.
 */
package io.wsclose.sink.log;
