// SPDX-License-Identifier: Apache-2.0
/**
 * Advice for what Jetty 12.0 lacks. {@code io.wsclose.stack.jetty12} names it among its hooks of
 * some versions.
 */
package io.wsclose.stack.jetty121;
