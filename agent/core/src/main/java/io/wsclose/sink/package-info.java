// SPDX-License-Identifier: Apache-2.0
/**
 * From ended connections to emitted events, on one thread of the agent's own:
 *
 * <ol>
 *   <li>{@code CloseQueue} takes ended connections from the application's threads. {@code
 *       RefusalLimit} and {@code LossCounter} count what does not become an event.
 *   <li>{@code SinkLoop} is the thread. It looks at each close, and {@code WaitPolicy} decides how
 *       long the close waits among the {@code PendingCloses}: for others that end with it, or for
 *       what the stack reports to the application late.
 *   <li>{@code Explainer} has the cause found, first alone, then with what {@link
 *       io.wsclose.sink.siblings} knows of other closes.
 *   <li>{@link io.wsclose.sink.emit} makes a span ({@link io.wsclose.sink.otel}) and a log line
 *       ({@link io.wsclose.sink.log}) of it.
 * </ol>
 *
 * <p>{@link io.wsclose.sink.Sink} is what other packages see, {@code SinkAssembly} joins the parts,
 * {@code FinalDrain} is the end of the JVM.
 */
package io.wsclose.sink;
