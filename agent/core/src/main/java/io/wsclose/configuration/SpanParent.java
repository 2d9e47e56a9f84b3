// SPDX-License-Identifier: Apache-2.0
package io.wsclose.configuration;

/** How the close span refers to the span of the opening handshake. */
public enum SpanParent {
  /** A root span with a link. */
  LINK,
  CHILD
}
