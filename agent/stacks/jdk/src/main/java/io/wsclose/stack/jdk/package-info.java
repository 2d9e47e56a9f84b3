// SPDX-License-Identifier: Apache-2.0
/**
 * Advice for the JDK's sockets beneath the stacks, see {@link io.wsclose.stack.jdk.JdkSockets}. The
 * names are explained in {@link io.wsclose.stack}.
 */
package io.wsclose.stack.jdk;
