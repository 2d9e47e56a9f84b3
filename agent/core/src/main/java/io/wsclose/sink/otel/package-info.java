// SPDX-License-Identifier: Apache-2.0
/**
 * Events as OpenTelemetry spans: through the OpenTelemetry Java agent where it is there ({@code
 * AgentTelemetry}), else through an SDK of our own ({@code OwnTelemetry}). {@link
 * io.wsclose.sink.otel.OpenTelemetrySpans} is what {@link io.wsclose.sink} calls, {@code
 * SpanMapping} is the span. The SDK's classes are not loaded before the first event.
 */
package io.wsclose.sink.otel;
