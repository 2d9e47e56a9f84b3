/**
 * From ended connections to told events, on one thread of the agent's own. {@link
 * io.wsclose.sink.Sink} is its outside; inside, {@code SinkLoop} takes ends from an {@code Inbox},
 * {@code Holding} keeps those that wait, {@code Explanation} has the cause found, with {@code
 * Siblings} for what other ends say, {@code Outlets} tells the event to {@link
 * io.wsclose.sink.SpanSink} and {@link io.wsclose.sink.LogSink}. {@code FinalDrain} is the end of
 * the JVM.
 */
package io.wsclose.sink;
