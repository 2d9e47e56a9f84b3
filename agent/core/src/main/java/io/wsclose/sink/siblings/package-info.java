// SPDX-License-Identifier: Apache-2.0
/**
 * What other connections say about the end of one: which ended together with it, which ended after
 * the same time, and which are still open. {@link io.wsclose.sink.siblings.Siblings} is the entry.
 */
package io.wsclose.sink.siblings;
