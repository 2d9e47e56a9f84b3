// SPDX-License-Identifier: Apache-2.0
/** Rules on what the stack's parser or validator refused; {@code Refusal} reads that for them. */
package io.wsclose.cause.protocol;
