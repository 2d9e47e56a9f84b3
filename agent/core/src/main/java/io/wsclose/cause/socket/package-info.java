// SPDX-License-Identifier: Apache-2.0
/**
 * Rules on what the kernel said, for ends that nothing explains better; {@code Alternatives} says
 * what else could have been.
 */
package io.wsclose.cause.socket;
