// SPDX-License-Identifier: Apache-2.0
/**
 * Rules on the opening handshake: an attempt that was not answered with 101, {@code Attempt} reads
 * it for all of them, and a connection that the client left right after the answer, {@code
 * EarlyLeave}.
 */
package io.wsclose.cause.handshake;
