// SPDX-License-Identifier: Apache-2.0
/**
 * Advice that the lines of Jetty share, compiled against 9.4: what it refers to is the same in 12.
 * {@code io.wsclose.stack.jetty94} and {@code io.wsclose.stack.jetty12} name it among their hooks.
 */
package io.wsclose.stack.jetty;
