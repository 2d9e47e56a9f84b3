// SPDX-License-Identifier: Apache-2.0
/** Rules on what the TLS layer threw, before or after its handshake was complete. */
package io.wsclose.cause.tls;
