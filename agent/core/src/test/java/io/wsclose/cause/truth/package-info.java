// SPDX-License-Identifier: Apache-2.0
/**
 * Whether the rules claim more than the evidence proves. {@link io.wsclose.cause.truth.Lookalikes}
 * is the table of causes that leave the same facts in the same order; {@link
 * io.wsclose.cause.truth.TrueEnd} makes up what each cause leaves behind, with the noise of a real
 * connection around it.
 */
package io.wsclose.cause.truth;
