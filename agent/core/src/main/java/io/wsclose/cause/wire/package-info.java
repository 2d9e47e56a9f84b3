// SPDX-License-Identifier: Apache-2.0
/** Rules on the status code of the Close frame that the peer sent. */
package io.wsclose.cause.wire;
