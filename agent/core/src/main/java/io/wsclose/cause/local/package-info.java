// SPDX-License-Identifier: Apache-2.0
/**
 * Rules on what this JVM did: a timer, a limit, a stop, an exception, and where none of these made
 * it, a call of the application. {@code LocalEnd} finds the fact with which it began.
 */
package io.wsclose.cause.local;
