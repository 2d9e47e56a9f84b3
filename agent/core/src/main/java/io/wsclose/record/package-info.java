// SPDX-License-Identifier: Apache-2.0
/**
 * What was seen of one connection. Calls of advice come in from any thread and are kept as {@link
 * io.wsclose.record.Fact}s in time order; out goes an immutable {@link io.wsclose.record.Evidence},
 * which {@link io.wsclose.cause} reads. Only copies are held: a record never keeps an object of the
 * application or of the stack alive.
 *
 * <p>A fact of a transport is made once, see {@link io.wsclose.record.TransportFacts}, and each
 * {@link io.wsclose.record.ConnectionRecord} on it takes it into its own order. {@link
 * io.wsclose.record.SharedTransport} knows the live connections of one that carries several.
 *
 * <p>Begin with {@link io.wsclose.record.FactKind}: it is the list of what can be seen.
 */
package io.wsclose.record;
