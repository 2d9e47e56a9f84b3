// SPDX-License-Identifier: Apache-2.0
/**
 * The application's SLF4J, called through its API. {@code Slf4jCalls} is compiled against SLF4J 1.7
 * and is not loaded with the agent: {@link io.wsclose.sink.log.slf4j.Slf4jBridge} defines it once
 * for each SLF4J in this JVM, in a loader that sees that one.
 */
package io.wsclose.sink.log.slf4j;
