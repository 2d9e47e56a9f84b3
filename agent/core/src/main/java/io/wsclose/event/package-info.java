// SPDX-License-Identifier: Apache-2.0
/**
 * What leaves the agent, the same for every sink: {@link io.wsclose.event.CloseEventFactory} makes
 * a {@link io.wsclose.event.CloseEvent} of {@link io.wsclose.record.Evidence} and {@link
 * io.wsclose.cause.Finding}, bounded and without secrets. All names are in {@link
 * io.wsclose.event.EventAttributes}. It goes on to {@link io.wsclose.sink}.
 */
package io.wsclose.event;
