// SPDX-License-Identifier: Apache-2.0
/**
 * Puts advice into stacks. {@link io.wsclose.instrumentation.Stacks} finds the tables of hooks in
 * {@link io.wsclose.stack}; {@code HookTransformer} sees every class that the JVM loads, {@code
 * HookIndex} picks the few with hooks, {@code Weaver} inlines their advice; {@code HookRegistry}
 * keeps what became of each hook, and {@code SelfCheck} has it told. Relocated copies of a stack
 * are found by the end of their names, and advice is rewritten for them ({@code AdviceFiles}).
 *
 * <p>It knows neither what advice does nor what a WebSocket is.
 */
package io.wsclose.instrumentation;
