// SPDX-License-Identifier: Apache-2.0
/**
 * The order of all rules, and what is added to a finding whatever its cause is. {@link
 * io.wsclose.cause.analysis.CauseAnalyzer} is the list of rules, to be read from top to bottom; it
 * is the one package that knows them all.
 */
package io.wsclose.cause.analysis;
