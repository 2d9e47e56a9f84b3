// SPDX-License-Identifier: Apache-2.0
/**
 * Proxies, load balancers and CDNs: by which request headers each is recognised and after how long
 * it ends a connection, read from a table, {@code intermediaries.tsv}. {@link io.wsclose.record}
 * asks it which are on the path, {@link io.wsclose.cause.path} for their limits. A new one is one
 * more line of the table.
 */
package io.wsclose.intermediary;
