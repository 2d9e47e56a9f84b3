// SPDX-License-Identifier: Apache-2.0
/**
 * Emits one event to the span sink and to the log sink, and notices when one of them blocks. {@link
 * io.wsclose.sink.otel} and {@link io.wsclose.sink.log} implement the two.
 */
package io.wsclose.sink.emit;
