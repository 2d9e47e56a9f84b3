/**
 * The facade: what inlined advice calls, and therefore all that a stack's classes see of the agent:
 * visible from every loader, so it refers to {@code java.base} alone. {@link
 * io.wsclose.bootstrap.Recorder} finds the {@link io.wsclose.bootstrap.Connection} of a stack's
 * object; frames are kept right here, everything rare goes on to {@code io.wsclose.record} behind
 * {@link io.wsclose.bootstrap.Backend}.
 *
 * <p>It is the hot path. The whole way is told in {@code io.wsclose.startup}.
 */
package io.wsclose.bootstrap;
