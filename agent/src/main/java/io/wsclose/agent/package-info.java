// SPDX-License-Identifier: Apache-2.0
/**
 * The entry point, {@code premain} and {@code agentmain}: the only package that the application's
 * class loader gets. It appends the jar for {@link io.wsclose.bootstrap}, makes the agent's own
 * loader and calls {@code io.wsclose.startup.Startup} in it.
 */
package io.wsclose.agent;
