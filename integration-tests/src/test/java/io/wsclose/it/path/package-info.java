// SPDX-License-Identifier: Apache-2.0
/**
 * Ends whose cause is known, because a real program was made to cause them, and what the close
 * event says about each: {@link io.wsclose.it.path.Row} by row, printed as a table after the run.
 */
package io.wsclose.it.path;
